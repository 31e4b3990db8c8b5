import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  /* Which notices were given before the last day of a card; a renewed card has another last day, and none yet. */
  `CREATE TABLE card_expiry_notice (
     card_id text NOT NULL REFERENCES card,
     expires_on text NOT NULL CHECK (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
     days_before integer NOT NULL CHECK (days_before IN (60, 30, 7, 1)),
     given_at timestamptz NOT NULL,
     PRIMARY KEY (card_id, expires_on, days_before)
   )`,
  'CREATE INDEX card_expiry ON card (expires_on) WHERE expires_on IS NOT NULL',
  `CREATE INDEX binding_held_as_expired ON binding (id) WHERE phase = 'BOUND' AND holds @> '[{"owner": "VALIDITY"}]'`,
];

const down = ['DROP INDEX binding_held_as_expired', 'DROP INDEX card_expiry', 'DROP TABLE card_expiry_notice'];

/** Cards that expire: whom it was told, and how they are found. */
export class WatchValidity1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
