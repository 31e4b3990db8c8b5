import type { MigrationInterface, QueryRunner } from 'typeorm';

/* Programs of the version before write the old beginning while both run. */
const eitherBeginning = `CHECK (id LIKE 'usage\\_export\\_%' OR id LIKE 'export\\_%')`;

const up = [
  /* An id begins with what its type is called in the graph. */
  'ALTER TABLE usage_export DROP CONSTRAINT usage_export_id_check',
  `ALTER TABLE usage_export ADD CONSTRAINT usage_export_id_check ${eitherBeginning}`,
  `ALTER TABLE usage_export_part DROP CONSTRAINT usage_export_part_export_id_fkey,
     ADD CONSTRAINT usage_export_part_export_id_fkey FOREIGN KEY (export_id) REFERENCES usage_export ON DELETE CASCADE ON UPDATE CASCADE`,
  /* Their jobs name them by the old id, so nothing would finish them. */
  `UPDATE usage_export SET state = 'CANCELLED' WHERE id LIKE 'export\\_%' AND state IN ('WAITING', 'WRITING')`,
  `UPDATE usage_export SET id = 'usage_' || id WHERE id LIKE 'export\\_%'`,
  /* In which zone an account reads moments; no row, no wish. */
  `CREATE TABLE account_time_zone (
     account_id text PRIMARY KEY,
     version bigint NOT NULL,
     time_zone text NOT NULL
   )`,
];

const down = [
  'DROP TABLE account_time_zone',
  `UPDATE usage_export SET id = substr(id, length('usage_') + 1) WHERE id LIKE 'usage\\_export\\_%'`,
  `ALTER TABLE usage_export_part DROP CONSTRAINT usage_export_part_export_id_fkey,
     ADD CONSTRAINT usage_export_part_export_id_fkey FOREIGN KEY (export_id) REFERENCES usage_export ON DELETE CASCADE`,
  'ALTER TABLE usage_export DROP CONSTRAINT usage_export_id_check',
  `ALTER TABLE usage_export ADD CONSTRAINT usage_export_id_check CHECK (id LIKE 'export\\_%')`,
];

/** Exports by the name of their type, and what an account has set. */
export class AccountSettings1700000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
