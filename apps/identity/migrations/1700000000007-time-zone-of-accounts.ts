import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The zone in which a holder reads moments. The default is for programs of the version before, which know of none. */
export class TimeZoneOfAccounts1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE account ADD COLUMN time_zone text NOT NULL DEFAULT 'Asia/Shanghai'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN time_zone');
  }
}
