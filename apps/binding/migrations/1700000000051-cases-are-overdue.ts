import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Since when a case is later than its holder was promised, and how many promises have passed. The version before writes neither.
  'ALTER TABLE binding_case ADD COLUMN overdue_since timestamptz',
  'ALTER TABLE binding_case ADD COLUMN answers_missed integer NOT NULL DEFAULT 0',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_answers_missed
     CHECK (answers_missed >= 0 AND (answers_missed = 0) = (overdue_since IS NULL))`,
  'CREATE INDEX binding_case_due ON binding_case (answer_by) WHERE closed_at IS NULL',
  'CREATE INDEX binding_case_queue ON binding_case (COALESCE(overdue_since, answer_by), id) WHERE closed_at IS NULL',
];

const down = [
  'DROP INDEX binding_case_queue',
  'DROP INDEX binding_case_due',
  'ALTER TABLE binding_case DROP CONSTRAINT binding_case_answers_missed',
  'ALTER TABLE binding_case DROP COLUMN answers_missed',
  'ALTER TABLE binding_case DROP COLUMN overdue_since',
];

export class CasesAreOverdue1700000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
