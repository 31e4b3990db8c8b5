import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what is retired already nothing is left to make a digest of. */
const up = [
  'ALTER TABLE binding ADD COLUMN credential_digest text',
  'CREATE INDEX binding_of_digest ON binding (provider, credential_digest) WHERE credential_digest IS NOT NULL',
];

const down = ['DROP INDEX binding_of_digest', 'ALTER TABLE binding DROP COLUMN credential_digest'];

export class KnowRetiredCredentials1700000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
