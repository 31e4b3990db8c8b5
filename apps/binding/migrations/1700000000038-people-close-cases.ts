import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Where a case does not end by itself: which of our people closed it, and why, in words for the holder.
  'ALTER TABLE binding_case ADD COLUMN closed_by text',
  'ALTER TABLE binding_case ADD COLUMN reason text',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_closed_by_people
     CHECK ((closed_by IS NULL) = (reason IS NULL) AND (closed_by IS NULL OR closed_at IS NOT NULL)) NOT VALID`,
];

const down = [
  'ALTER TABLE binding_case DROP CONSTRAINT binding_case_closed_by_people',
  'ALTER TABLE binding_case DROP COLUMN reason',
  'ALTER TABLE binding_case DROP COLUMN closed_by',
];

export class PeopleCloseCases1700000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
