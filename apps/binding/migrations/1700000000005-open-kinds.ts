import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of cards and of uses are lists of the code, which a new kind joins without touching the database. */
const up = [
  'ALTER TABLE card DROP CONSTRAINT card_kind_check',
  'ALTER TABLE usage_record DROP CONSTRAINT usage_record_kind_check',
];
/* Not validated: rows of kinds that came meanwhile stay, and the version before takes no more of them. */
const down = [
  `ALTER TABLE card ADD CONSTRAINT card_kind_check CHECK (kind IN ('BANK_CARD', 'ACCESS_CARD', 'WALLET')) NOT VALID`,
  `ALTER TABLE usage_record ADD CONSTRAINT usage_record_kind_check CHECK (kind IN ('DOOR_OPENED', 'PAYMENT', 'REFUSED')) NOT VALID`,
];

export class OpenKinds1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
