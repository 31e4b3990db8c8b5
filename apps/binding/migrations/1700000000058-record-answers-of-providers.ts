import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What a provider answered otherwise than to our questions, as our people state it. What was stated is never changed, and decided once.
  `CREATE TABLE provider_answer (
     id text PRIMARY KEY,
     case_id text NOT NULL REFERENCES binding_case,
     subject text NOT NULL,
     answer text NOT NULL,
     takes_two boolean NOT NULL,
     loan_number text,
     evidence text NOT NULL,
     reason text NOT NULL,
     stated_by text NOT NULL,
     stated_at timestamptz NOT NULL,
     decision text CHECK (decision IN ('TAKEN', 'DECLINED')),
     decided_by text,
     decided_at timestamptz,
     CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
     CHECK (decision IS DISTINCT FROM 'TAKEN' OR (decided_by <> stated_by) = takes_two)
   )`,
  'CREATE UNIQUE INDEX provider_answer_waiting ON provider_answer (case_id, subject) WHERE decision IS NULL',
  'CREATE INDEX provider_answer_case ON provider_answer (case_id)',
  `CREATE INDEX provider_answer_released ON provider_answer (subject) WHERE answer = 'NOTHING_OWED' AND decision = 'TAKEN'`,
];

const down = ['DROP TABLE provider_answer'];

export class RecordAnswersOfProviders1700000000058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
