import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Beside the consent, which stays as it was given.
  `CREATE TABLE consent_withdrawal (
     consent_id text PRIMARY KEY REFERENCES consent,
     withdrawn_at timestamptz NOT NULL
   )`,
  'CREATE INDEX consent_page ON consent (account_id, id)',
];

const down = ['DROP INDEX consent_page', 'DROP TABLE consent_withdrawal'];

export class ConsentsAreWithdrawn1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
