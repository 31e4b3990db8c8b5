import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Why our own people hold a card: what a legal duty forbids to tell stands here only, and not in holds.
  `CREATE TABLE staff_hold (
     id text PRIMARY KEY,
     card_id text NOT NULL REFERENCES card,
     account_id text NOT NULL,
     reason text NOT NULL,
     words text NOT NULL,
     laid_by text NOT NULL,
     laid_at timestamptz NOT NULL,
     lifted_words text,
     lifted_by text,
     lifted_at timestamptz,
     CHECK (laid_by <> account_id AND lifted_by <> account_id),
     CHECK ((lifted_at IS NULL) = (lifted_by IS NULL) AND (lifted_at IS NULL) = (lifted_words IS NULL))
   )`,
  'CREATE INDEX staff_hold_of_card ON staff_hold (card_id, id)',
  'CREATE UNIQUE INDEX staff_hold_open ON staff_hold (card_id, reason) WHERE lifted_at IS NULL',
];

const down = ['DROP TABLE staff_hold'];

export class HoldByStaff1700000000046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
