import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE usage_export (
     id text PRIMARY KEY CHECK (id LIKE 'export\\_%'),
     account_id text NOT NULL,
     state text NOT NULL CHECK (state IN ('WAITING', 'WRITING', 'READY', 'CANCELLED')),
     format text NOT NULL CHECK (format IN ('CSV', 'JSON')),
     locale text NOT NULL,
     time_zone text NOT NULL,
     filter jsonb NOT NULL,
     rows_total integer NOT NULL CHECK (rows_total >= 0),
     rows_done integer NOT NULL DEFAULT 0 CHECK (rows_done >= 0),
     parts integer NOT NULL DEFAULT 0 CHECK (parts >= 0),
     bytes bigint NOT NULL DEFAULT 0 CHECK (bytes >= 0),
     cursor text,
     created_at timestamptz NOT NULL,
     ready_at timestamptz,
     expires_at timestamptz NOT NULL,
     CHECK ((state = 'READY') = (ready_at IS NOT NULL))
   )`,
  'CREATE INDEX usage_export_account ON usage_export (account_id, id)',
  'CREATE INDEX usage_export_expiry ON usage_export (expires_at)',
  /* A file in parts of some thousand rows, each compressed: read and sent one at a time, by whichever process is asked. */
  `CREATE TABLE usage_export_part (
     export_id text NOT NULL REFERENCES usage_export ON DELETE CASCADE,
     part integer NOT NULL CHECK (part >= 0),
     content bytea NOT NULL,
     PRIMARY KEY (export_id, part)
   )`,
  'ALTER TABLE usage_export_part ALTER COLUMN content SET STORAGE EXTERNAL',
  `CREATE TABLE binding_review (
     account_id text PRIMARY KEY,
     dismissed_until timestamptz NOT NULL
   )`,
];

const down = ['binding_review', 'usage_export_part', 'usage_export'].map((table) => `DROP TABLE ${table}`);

/** Files that uses are exported to, and until when nobody is asked to look through what is bound. */
export class ExportsAndReviews1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
