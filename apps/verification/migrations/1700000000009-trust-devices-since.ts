import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when devices of an account are trusted: when its password was last set anew. */
export class TrustDevicesSince1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE device_trust (account_id text PRIMARY KEY, since timestamptz NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE device_trust');
  }
}
