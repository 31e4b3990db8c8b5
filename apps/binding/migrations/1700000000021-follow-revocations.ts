import type { MigrationInterface, QueryRunner } from 'typeorm';

const cases = (about: readonly string[]) => [
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check CHECK (about IN (${about.map((one) => `'${one}'`).join(', ')})) NOT VALID`,
];

const up = [
  /* A card that opened doors and was taken off; next_check_at is null when nothing more is awaited of its readers. */
  `CREATE TABLE revocation (
     binding_id text PRIMARY KEY REFERENCES binding,
     since timestamptz NOT NULL,
     worst_case_until timestamptz NOT NULL CHECK (worst_case_until >= since),
     next_check_at timestamptz
   )`,
  'CREATE INDEX revocation_due ON revocation (next_check_at) WHERE next_check_at IS NOT NULL',
  `CREATE TABLE reader_revocation (
     binding_id text NOT NULL REFERENCES revocation,
     reader_id text NOT NULL,
     name jsonb NOT NULL,
     site jsonb,
     state text NOT NULL CHECK (state IN ('CONFIRMED', 'PENDING', 'OFFLINE')),
     confirmed_at timestamptz,
     worst_case_until timestamptz NOT NULL,
     reported boolean NOT NULL,
     PRIMARY KEY (binding_id, reader_id),
     CHECK ((state = 'CONFIRMED') = (confirmed_at IS NOT NULL))
   )`,
  ...cases(['DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION']),
];

const down = [...cases(['DIVERGED', 'OVERDUE', 'REFUSED']), 'DROP TABLE reader_revocation', 'DROP TABLE revocation'];

/** Where a card that was taken off is known to be off, reader by reader. */
export class FollowRevocations1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
