import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What was given before was given to bind a card.
  `ALTER TABLE consent ADD COLUMN purpose text NOT NULL DEFAULT 'BIND'`,
  // One to bind a card; what is allowed beside may be taken back and given again.
  'ALTER TABLE consent DROP CONSTRAINT consent_binding_id_key',
  `CREATE UNIQUE INDEX consent_to_bind ON consent (binding_id) WHERE purpose = 'BIND'`,
  'CREATE INDEX consent_of_binding ON consent (binding_id, id)',
  // What a lender is asked beside binding an account: each has a key, a deadline and one end.
  `CREATE TABLE lender_request (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     provider text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('GIVE_CONSENT', 'WITHDRAW_CONSENT', 'OPEN_LOAN', 'REVOKE_LOAN')),
     subject_id text NOT NULL,
     body jsonb NOT NULL,
     state text NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'REFUSED')),
     cause text,
     created_at timestamptz NOT NULL,
     deadline timestamptz NOT NULL,
     sent_at timestamptz,
     asked integer NOT NULL DEFAULT 0,
     next_check_at timestamptz NOT NULL,
     overdue_at timestamptz,
     settled_at timestamptz,
     CHECK ((settled_at IS NOT NULL) = (state <> 'OPEN'))
   )`,
  `CREATE INDEX lender_request_open ON lender_request (next_check_at) WHERE state = 'OPEN'`,
  'CREATE INDEX lender_request_of_subject ON lender_request (subject_id, id)',
  'CREATE INDEX lender_request_of_binding ON lender_request (binding_id, id)',
  `CREATE TABLE loan_offer (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     account_id text NOT NULL,
     provider text NOT NULL,
     offer_number text NOT NULL,
     principal jsonb NOT NULL,
     annual_rate_bps integer NOT NULL CHECK (annual_rate_bps >= 0),
     months integer NOT NULL CHECK (months > 0),
     monthly jsonb NOT NULL,
     total jsonb NOT NULL,
     first_repayment_on date NOT NULL,
     terms_version text NOT NULL,
     words jsonb NOT NULL,
     digest text NOT NULL UNIQUE,
     quoted_at timestamptz NOT NULL,
     quoted_until timestamptz NOT NULL
   )`,
  'CREATE INDEX loan_offer_quoted_until ON loan_offer (quoted_until)',
  `CREATE TABLE loan (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     card_id text NOT NULL REFERENCES card,
     account_id text NOT NULL,
     provider text NOT NULL,
     offer_number text NOT NULL,
     consent_id text NOT NULL REFERENCES consent,
     principal jsonb NOT NULL,
     annual_rate_bps integer NOT NULL,
     months integer NOT NULL,
     monthly jsonb NOT NULL,
     total jsonb NOT NULL,
     first_repayment_on date NOT NULL,
     state text NOT NULL CHECK (state IN ('OPENING', 'RUNNING', 'REFUSED', 'SETTLED', 'REVOKING', 'REVOKED')),
     version integer NOT NULL CHECK (version > 0),
     loan_number text,
     outstanding jsonb,
     next_repayment_on date,
     changed_at timestamptz,
     refunded jsonb,
     cause text,
     proof_id text NOT NULL,
     device_id text NOT NULL,
     requested_at timestamptz NOT NULL,
     opened_at timestamptz,
     ended_at timestamptz,
     CHECK ((ended_at IS NOT NULL) = (state IN ('REFUSED', 'SETTLED', 'REVOKED')))
   )`,
  'CREATE UNIQUE INDEX loan_of_offer ON loan (provider, offer_number)',
  'CREATE UNIQUE INDEX loan_of_number ON loan (provider, loan_number)',
  'CREATE INDEX loan_of_card ON loan (card_id, id)',
  'ALTER TABLE dispute ADD COLUMN loan_id text REFERENCES loan',
  'DROP INDEX dispute_open',
  `CREATE UNIQUE INDEX dispute_open ON dispute (binding_id, about, coalesce(usage_id, ''), coalesce(loan_id, '')) WHERE closed_at IS NULL`,
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check
     CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION', 'DISPUTE_OVERDUE', 'OBLIGATION_OVERDUE', 'MANDATE_LEFT', 'CHARGED_AFTER_UNBIND', 'LENDER_OVERDUE', 'LENDER_REFUSED')) NOT VALID`,
];

const down = [
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check
     CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION', 'DISPUTE_OVERDUE', 'OBLIGATION_OVERDUE', 'MANDATE_LEFT', 'CHARGED_AFTER_UNBIND')) NOT VALID`,
  'DROP INDEX dispute_open',
  'ALTER TABLE dispute DROP COLUMN loan_id',
  `CREATE UNIQUE INDEX dispute_open ON dispute (binding_id, about, coalesce(usage_id, '')) WHERE closed_at IS NULL`,
  'DROP TABLE loan',
  'DROP TABLE loan_offer',
  'DROP TABLE lender_request',
  // Nobody before knew what else was given.
  `DELETE FROM consent_withdrawal WHERE consent_id IN (SELECT id FROM consent WHERE purpose <> 'BIND')`,
  `DELETE FROM consent WHERE purpose <> 'BIND'`,
  'DROP INDEX consent_of_binding',
  'DROP INDEX consent_to_bind',
  'ALTER TABLE consent ADD CONSTRAINT consent_binding_id_key UNIQUE (binding_id)',
  'ALTER TABLE consent DROP COLUMN purpose',
];

/** Consents by purpose, and loans that are opened here. */
export class Lend1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
