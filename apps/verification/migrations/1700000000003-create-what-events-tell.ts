import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this service keeps of other services' events; each row knows the sequence that it stands at. */
export class CreateWhatEventsTell1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE contact_point (
      id text PRIMARY KEY,
      account_id text NOT NULL,
      channel text NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
      sealed_address text NOT NULL,
      contact_digest text NOT NULL,
      sequence bigint NOT NULL
    )`);
    await runner.query('CREATE INDEX contact_point_of_account ON contact_point (account_id, channel, sequence)');
    await runner.query(`CREATE TABLE account_locale (
      account_id text PRIMARY KEY,
      locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
      sequence bigint NOT NULL
    )`);
    await runner.query(`CREATE TABLE known_binding (
      id text PRIMARY KEY,
      account_id text NOT NULL,
      phase text NOT NULL,
      kind text NOT NULL,
      deadline timestamptz,
      sequence bigint NOT NULL
    )`);
    await runner.query(
      "CREATE INDEX known_binding_waiting ON known_binding (account_id) WHERE phase IN ('VERIFYING', 'AWAITING_ACTIVATION')",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_binding');
    await runner.query('DROP TABLE account_locale');
    await runner.query('DROP TABLE contact_point');
  }
}
