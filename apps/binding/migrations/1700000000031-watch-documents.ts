import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // By which document a binding's holder is known, as reviewers approved it: its kind and last day, nothing else of it.
  `CREATE TABLE binding_document (
     binding_id text PRIMARY KEY REFERENCES binding,
     type text NOT NULL,
     expires_on text CHECK (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
     review_id text NOT NULL,
     approved_at timestamptz NOT NULL
   )`,
  'CREATE INDEX document_expiry ON binding_document (expires_on) WHERE expires_on IS NOT NULL',
  `CREATE TABLE document_renewal (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     account_id text NOT NULL,
     number integer NOT NULL CHECK (number > 0),
     state text NOT NULL CHECK (state IN ('OPEN', 'APPROVED', 'MORE_ASKED', 'REFUSED')),
     asked_at timestamptz NOT NULL,
     deadline timestamptz NOT NULL,
     decided_at timestamptz,
     UNIQUE (binding_id, number)
   )`,
  // A renewed document has another last day, and no notice yet.
  `CREATE TABLE document_expiry_notice (
     binding_id text NOT NULL REFERENCES binding,
     expires_on text NOT NULL CHECK (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
     days_before integer NOT NULL CHECK (days_before IN (60, 30, 7, 1)),
     given_at timestamptz NOT NULL,
     PRIMARY KEY (binding_id, expires_on, days_before)
   )`,
];

const down = ['DROP TABLE document_expiry_notice', 'DROP TABLE document_renewal', 'DROP TABLE binding_document'];

/** Documents that expire: when, whom it was told, and their renewal. */
export class WatchDocuments1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
