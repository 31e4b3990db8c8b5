import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the provider was asked last about a binding is shown with it: found by the binding, the newest of each kind first. */
export class OperationsOfBindings1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX operation_of_binding ON operation (binding_id, kind, created_at DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX operation_of_binding');
  }
}
