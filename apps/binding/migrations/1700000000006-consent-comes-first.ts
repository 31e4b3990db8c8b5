import type { MigrationInterface, QueryRunner } from 'typeorm';

const constraint = 'ALTER TABLE consent ALTER CONSTRAINT consent_binding_id_fkey';

/** A consent is written before the binding that asks whether it was given, in one transaction: its binding is looked for at the commit. */
export class ConsentComesFirst1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${constraint} DEFERRABLE INITIALLY DEFERRED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${constraint} NOT DEFERRABLE`);
  }
}
