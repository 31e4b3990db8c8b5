import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which request a session's refresh token came of, so that a repetition of it is told from a thief. */
export class RememberWhoRotated1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN rotated_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN rotated_by');
  }
}
