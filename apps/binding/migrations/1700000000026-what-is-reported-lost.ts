import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // One row for each card or device, its newest report: those before are told by events and by the history of each card.
  `CREATE TABLE lost_report (
     account_id text NOT NULL,
     subject_id text NOT NULL,
     reported_at timestamptz NOT NULL,
     found_at timestamptz,
     PRIMARY KEY (account_id, subject_id)
   )`,
];

const down = ['DROP TABLE lost_report'];

export class WhatIsReportedLost1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
