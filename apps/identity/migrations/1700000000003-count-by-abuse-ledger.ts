import type { MigrationInterface, QueryRunner } from 'typeorm';
import { abuseLedgerTableDown, abuseLedgerTableUp } from '@bindery/abuse-ledger';

/** `log_in_failure` stays for the version before, which counts there; nobody reads it afterwards. */
const up = [
  `CREATE TABLE known_address (
     account_id text NOT NULL REFERENCES account,
     address_digest text NOT NULL,
     last_used_at timestamptz NOT NULL,
     PRIMARY KEY (account_id, address_digest)
   )`,
  'CREATE INDEX known_address_last_used_at ON known_address (last_used_at)',
];
const down = ['DROP TABLE known_address'];

export class CountByAbuseLedger1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...abuseLedgerTableUp, ...up]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [...down, ...abuseLedgerTableDown]) await runner.query(sql);
  }
}
