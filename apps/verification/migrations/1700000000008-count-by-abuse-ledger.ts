import type { MigrationInterface, QueryRunner } from 'typeorm';
import { abuseLedgerTableDown, abuseLedgerTableUp } from '@bindery/abuse-ledger';

const up = [
  `CREATE TABLE known_address (
     account_id text NOT NULL,
     address_digest text NOT NULL,
     known_at timestamptz NOT NULL,
     PRIMARY KEY (account_id, address_digest)
   )`,
  'CREATE INDEX known_address_known_at ON known_address (known_at)',
  'CREATE INDEX contact_point_digest ON contact_point (contact_digest)',
];
const down = ['DROP INDEX contact_point_digest', 'DROP TABLE known_address'];

export class CountByAbuseLedger1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...abuseLedgerTableUp, ...up]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [...down, ...abuseLedgerTableDown]) await runner.query(sql);
  }
}
