import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // An upheld dispute that takes a card off settles others of it.
  'ALTER TABLE dispute ADD COLUMN settled_by_id text REFERENCES dispute',
];

const down = ['ALTER TABLE dispute DROP COLUMN settled_by_id'];

export class DisputesSettleOthers1700000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
