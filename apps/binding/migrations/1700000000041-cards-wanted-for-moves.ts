import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE wanted_card (
     id text PRIMARY KEY,
     predecessor_id text NOT NULL REFERENCES binding,
     card_id text NOT NULL REFERENCES card,
     account_id text NOT NULL,
     device_id text NOT NULL,
     proof_id text NOT NULL,
     asked_at timestamptz NOT NULL,
     enter_by timestamptz NOT NULL,
     successor_id text REFERENCES binding,
     version int NOT NULL,
     ended_at timestamptz
   )`,
  /* A card goes to one device, the one that it was asked for last. */
  'CREATE UNIQUE INDEX wanted_card_of_one ON wanted_card (predecessor_id) WHERE ended_at IS NULL',
  'CREATE INDEX wanted_card_of_account ON wanted_card (account_id) WHERE ended_at IS NULL',
  'CREATE INDEX wanted_card_of_successor ON wanted_card (successor_id) WHERE ended_at IS NULL',
];

const down = ['DROP TABLE wanted_card'];

/** Cards that are to move to another device, where their holder enters them. */
export class CardsWantedForMoves1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
