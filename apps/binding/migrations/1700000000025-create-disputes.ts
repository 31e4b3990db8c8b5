import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE dispute (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     card_id text NOT NULL REFERENCES card,
     account_id text NOT NULL,
     about text NOT NULL,
     words text NOT NULL,
     usage_id text REFERENCES usage_record,
     session_id text NOT NULL,
     device_id text NOT NULL,
     act_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('OPEN', 'PROPOSED', 'AWAITING_PROOF', 'UPHELD', 'REJECTED')),
     version integer NOT NULL CHECK (version > 0),
     opened_at timestamptz NOT NULL,
     decide_by timestamptz NOT NULL,
     escalated_at timestamptz,
     decided_at timestamptz,
     prove_by timestamptz,
     closed_at timestamptz,
     CHECK ((closed_at IS NOT NULL) = (state IN ('UPHELD', 'REJECTED'))),
     CHECK ((prove_by IS NOT NULL) OR state <> 'AWAITING_PROOF')
   )`,
  `CREATE UNIQUE INDEX dispute_open ON dispute (binding_id, about, coalesce(usage_id, '')) WHERE closed_at IS NULL`,
  'CREATE INDEX dispute_of_binding ON dispute (binding_id, id)',
  'CREATE INDEX dispute_of_account ON dispute (account_id, id)',
  'CREATE INDEX dispute_queue ON dispute (decide_by, id)',
  // As it was found when the dispute was opened; nobody can rewrite it.
  `CREATE TABLE dispute_evidence (
     dispute_id text PRIMARY KEY REFERENCES dispute,
     taken_at timestamptz NOT NULL,
     evidence jsonb NOT NULL,
     digest text NOT NULL
   )`,
  `CREATE TABLE dispute_decision (
     id text PRIMARY KEY,
     position bigint GENERATED ALWAYS AS IDENTITY,
     dispute_id text NOT NULL REFERENCES dispute,
     step text NOT NULL CHECK (step IN ('PROPOSED', 'CONFIRMED', 'DISAGREED', 'DECIDED')),
     decision text NOT NULL CHECK (decision IN ('UPHOLD', 'REJECT')),
     words text,
     decided_by text NOT NULL,
     at timestamptz NOT NULL
   )`,
  'CREATE INDEX dispute_decision_of_dispute ON dispute_decision (dispute_id, position)',
  `CREATE TABLE removal_answer (
     binding_id text NOT NULL REFERENCES binding,
     removal_version integer NOT NULL,
     it_was_me boolean NOT NULL,
     session_id text NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (binding_id, removal_version)
   )`,
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check
     CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION', 'DISPUTE_OVERDUE')) NOT VALID`,
];

const down = [
  'ALTER TABLE binding_case DROP CONSTRAINT IF EXISTS binding_case_about_check',
  `ALTER TABLE binding_case ADD CONSTRAINT binding_case_about_check CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED', 'REVOCATION')) NOT VALID`,
  'DROP TABLE removal_answer',
  'DROP TABLE dispute_decision',
  'DROP TABLE dispute_evidence',
  'DROP TABLE dispute',
];

export class CreateDisputes1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
