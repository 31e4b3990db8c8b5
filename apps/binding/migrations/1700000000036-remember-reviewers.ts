import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Who of our people had a part in a bind, so that they do not decide a dispute of it.
  `CREATE TABLE binding_reviewer (
     review_id text NOT NULL,
     account_id text NOT NULL,
     binding_id text NOT NULL REFERENCES binding,
     decided_at timestamptz NOT NULL,
     PRIMARY KEY (review_id, account_id)
   )`,
  'CREATE INDEX binding_reviewer_of_binding ON binding_reviewer (binding_id)',
];

const down = ['DROP TABLE binding_reviewer'];

export class RememberReviewers1700000000036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
