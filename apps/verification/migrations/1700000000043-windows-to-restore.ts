import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a card that was taken off can be restored; null where that was before this. */
export class WindowsToRestore1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_binding ADD COLUMN restorable_until timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_binding DROP COLUMN restorable_until');
  }
}
