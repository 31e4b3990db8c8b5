import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What was wrong about a use when it was told; null where nothing was, and of those from before it was kept.
  'ALTER TABLE usage_record ADD COLUMN concern text',
  // What people look into is decided by the code.
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
];

const down = [
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check
     CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION', 'DISPUTE_OVERDUE', 'OBLIGATION_OVERDUE', 'MANDATE_LEFT', 'CHARGED_AFTER_UNBIND', 'LENDER_OVERDUE', 'LENDER_REFUSED')) NOT VALID`,
  'ALTER TABLE usage_record DROP COLUMN concern',
];

export class UsesAgainstWhatWasSaid1700000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
