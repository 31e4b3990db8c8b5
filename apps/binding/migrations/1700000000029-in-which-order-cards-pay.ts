import type { MigrationInterface, QueryRunner } from 'typeorm';

const abouts = `'DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION', 'DISPUTE_OVERDUE'`;
const later = `${abouts}, 'OBLIGATION_OVERDUE', 'MANDATE_LEFT', 'CHARGED_AFTER_UNBIND'`;

const up = [
  `ALTER TABLE wallet ADD COLUMN payment_order jsonb NOT NULL DEFAULT '[]'`,
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check CHECK (about IN (${later})) NOT VALID`,
];

const down = [
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check CHECK (about IN (${abouts})) NOT VALID`,
  'ALTER TABLE wallet DROP COLUMN payment_order',
];

/** The order that a holder wants cards to be tried in, and the cases of what hangs on cards. */
export class InWhichOrderCardsPay1700000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
