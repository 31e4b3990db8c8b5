import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (...more: readonly string[]) =>
  ['GIVE_CONSENT', 'WITHDRAW_CONSENT', 'OPEN_LOAN', 'REVOKE_LOAN', ...more].map((kind) => `'${kind}'`).join(', ');

const up = [
  // Where a consent stands that has gone over to another binding. How it was given stays as it is.
  `CREATE TABLE consent_place (
     consent_id text PRIMARY KEY REFERENCES consent,
     binding_id text NOT NULL REFERENCES binding,
     moved_at timestamptz NOT NULL
   )`,
  'CREATE INDEX consent_place_of_binding ON consent_place (binding_id)',
  'CREATE INDEX loan_of_binding ON loan (binding_id)',
  'ALTER TABLE lender_request DROP CONSTRAINT lender_request_kind_check',
  `ALTER TABLE lender_request ADD CONSTRAINT lender_request_kind_check CHECK (kind IN (${kinds('MOVE_ACCOUNT')}))`,
];

const down = [
  `DELETE FROM lender_request WHERE kind = 'MOVE_ACCOUNT'`,
  'ALTER TABLE lender_request DROP CONSTRAINT lender_request_kind_check',
  `ALTER TABLE lender_request ADD CONSTRAINT lender_request_kind_check CHECK (kind IN (${kinds()}))`,
  'DROP INDEX loan_of_binding',
  'DROP TABLE consent_place',
];

/** Consents and loans go over with an account at a lender to another device. */
export class AccountsAtLendersMove1700000000037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
