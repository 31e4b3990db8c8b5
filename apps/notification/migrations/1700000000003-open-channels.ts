import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = { contact_point: "'SMS', 'EMAIL'", delivery: "'INBOX', 'SMS', 'EMAIL'", preference: "'SMS', 'EMAIL'" };

/** Channels are a list of the code, which a new one joins without touching the database. */
export class OpenChannels1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(known))
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_channel_check`);
  }

  /** Not validated: rows of channels that came meanwhile stay, and the version before takes no more of them. */
  async down(runner: QueryRunner): Promise<void> {
    for (const [table, channels] of Object.entries(known))
      await runner.query(
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_channel_check CHECK (channel IN (${channels})) NOT VALID`,
      );
  }
}
