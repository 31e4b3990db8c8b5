import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `ALTER TABLE unknown_credential
     ADD COLUMN case_id text UNIQUE,
     ADD COLUMN opened_at timestamptz,
     ADD COLUMN answer_by timestamptz,
     ADD COLUMN closed_at timestamptz,
     ADD CHECK ((case_id IS NULL) = (opened_at IS NULL) AND (case_id IS NULL) = (answer_by IS NULL))`,
  'CREATE INDEX unknown_credential_open ON unknown_credential (provider) WHERE closed_at IS NULL',
];

const down = [
  'DROP INDEX unknown_credential_open',
  `ALTER TABLE unknown_credential
     DROP COLUMN case_id, DROP COLUMN opened_at, DROP COLUMN answer_by, DROP COLUMN closed_at`,
];

/** What a provider lists and nobody knows is a case for people, until the provider lists it no more. */
export class UnknownCredentialsAreCases1700000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
