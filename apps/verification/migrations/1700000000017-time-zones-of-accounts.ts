import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The zones in which holders read moments, as identity tells: refusals name times to try again. */
export class TimeZonesOfAccounts1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE account_time_zone (
      account_id text PRIMARY KEY,
      time_zone text NOT NULL,
      sequence bigint NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_time_zone');
  }
}
