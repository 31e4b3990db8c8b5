import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // In the order of bytes: a provider lists its credentials so, and ranges of both are compared.
  `CREATE TABLE provider_view (
     binding_id text PRIMARY KEY REFERENCES binding,
     provider text NOT NULL,
     credential_reference text COLLATE "C" NOT NULL,
     observed text CHECK (observed IN ('ACTIVE', 'SUSPENDED', 'ABSENT')),
     observed_at timestamptz,
     next_compare_at timestamptz NOT NULL,
     CHECK ((observed IS NULL) = (observed_at IS NULL))
   )`,
  'CREATE INDEX provider_view_due ON provider_view (next_compare_at)',
  'CREATE INDEX provider_view_listed ON provider_view (provider, credential_reference)',
  `CREATE TABLE unknown_credential (
     provider text NOT NULL,
     credential_reference text NOT NULL,
     first_seen_at timestamptz NOT NULL,
     last_seen_at timestamptz NOT NULL,
     PRIMARY KEY (provider, credential_reference)
   )`,
  `INSERT INTO provider_view (binding_id, provider, credential_reference, next_compare_at)
     SELECT id, provider, credential_reference, now() FROM binding
     WHERE credential_reference IS NOT NULL AND phase IN ('BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING')`,
  // A person waits for the answer of people, and is told until when.
  'ALTER TABLE binding_case ADD COLUMN answer_by timestamptz',
  `UPDATE binding_case SET answer_by = opened_at + interval '3 days'`,
  'ALTER TABLE binding_case ALTER COLUMN answer_by SET NOT NULL',
  'CREATE INDEX binding_case_of_binding ON binding_case (binding_id)',
];

const down = [
  'DROP INDEX binding_case_of_binding',
  'ALTER TABLE binding_case DROP COLUMN answer_by',
  'DROP TABLE unknown_credential',
  'DROP TABLE provider_view',
];

/** How each credential stands at its provider, compared again and again; and until when people answer about a case. */
export class CompareWithProviders1700000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
