import type { MigrationInterface, QueryRunner } from 'typeorm';
import { abuseLedgerTableDown, abuseLedgerTableUp } from '@bindery/abuse-ledger';

export class CountByAbuseLedger1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of abuseLedgerTableUp) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of abuseLedgerTableDown) await runner.query(sql);
  }
}
