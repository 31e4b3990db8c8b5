import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What each provider could do and asked for, whoever said so: a file at the start, or an operator.
  `CREATE TABLE provider_profile_version (
     provider text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     origin text NOT NULL CHECK (origin IN ('FILE', 'OPERATOR')),
     entry jsonb NOT NULL,
     file_digest text,
     changes jsonb NOT NULL,
     changed_at timestamptz NOT NULL,
     changed_by text,
     note text,
     PRIMARY KEY (provider, version),
     CHECK ((origin = 'FILE') = (changed_by IS NULL)),
     CHECK ((origin = 'FILE') = (file_digest IS NOT NULL))
   )`,
  // The words of each version of terms, as they were shown: consents name them by provider and version.
  `CREATE TABLE provider_terms (
     provider text NOT NULL,
     version text NOT NULL,
     text_zh_cn text NOT NULL,
     text_en text NOT NULL,
     since timestamptz NOT NULL,
     PRIMARY KEY (provider, version)
   )`,
  'ALTER TABLE binding ADD COLUMN promised_restore jsonb',
];

const down = [
  'ALTER TABLE binding DROP COLUMN promised_restore',
  'DROP TABLE provider_terms',
  'DROP TABLE provider_profile_version',
];

export class ProfilesInTheDatabase1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
