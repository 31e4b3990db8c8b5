import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Those that were over before anybody was told of it stay untold.
  'UPDATE wanted_card SET ended_at = enter_by WHERE ended_at IS NULL AND successor_id IS NULL AND enter_by <= now()',
  'CREATE INDEX wanted_card_overdue ON wanted_card (enter_by) WHERE ended_at IS NULL AND successor_id IS NULL',
];

const down = ['DROP INDEX wanted_card_overdue'];

/** Cards that were not entered in time for a move are looked for. */
export class WantedCardsLapse1700000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
