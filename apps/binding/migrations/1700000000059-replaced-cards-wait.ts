import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What keeps a replaced card at its provider, while something does.
  `CREATE TABLE owed_wait (
     binding_id text PRIMARY KEY REFERENCES binding,
     owes text[] NOT NULL CHECK (cardinality(owes) > 0),
     since timestamptz NOT NULL
   )`,
];

const down = ['DROP TABLE owed_wait'];

export class ReplacedCardsWait1700000000059 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
