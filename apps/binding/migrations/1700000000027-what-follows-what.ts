import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE succession (
     successor_id text PRIMARY KEY REFERENCES binding,
     predecessor_id text NOT NULL REFERENCES binding,
     account_id text NOT NULL,
     provider text NOT NULL,
     kind text NOT NULL,
     reason text NOT NULL,
     begun_at timestamptz NOT NULL,
     ended_at timestamptz,
     outcome text,
     CHECK (successor_id <> predecessor_id),
     CHECK ((ended_at IS NULL) = (outcome IS NULL))
   )`,
  /* One takes a binding's place, whoever asks at the same time; another may once it was given up. */
  `CREATE UNIQUE INDEX succession_of_one ON succession (predecessor_id) WHERE outcome IS NULL OR outcome = 'DONE'`,
  'CREATE INDEX succession_of_account ON succession (account_id, provider, begun_at)',
];

const down = ['DROP TABLE succession'];

export class WhatFollowsWhat1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
