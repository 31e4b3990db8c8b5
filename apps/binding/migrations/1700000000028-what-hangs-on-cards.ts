import type { MigrationInterface, QueryRunner } from 'typeorm';

const steps = `'BIND', 'UNBIND', 'RESTORE', 'SUSPEND', 'RESUME'`;
const acts = `'CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'`;

const up = [
  'ALTER TABLE operation DROP CONSTRAINT IF EXISTS operation_kind_check',
  `ALTER TABLE operation ADD CONSTRAINT operation_kind_check CHECK (kind IN (${steps}, ${acts})) NOT VALID`,
  // What is done about a mandate goes on beside the steps of its binding: a card can be reported lost meanwhile.
  `CREATE UNIQUE INDEX operation_step_open ON operation (binding_id) WHERE state = 'OPEN' AND kind IN (${steps})`,
  'DROP INDEX operation_open',
  `CREATE TABLE obligation_act (
     operation_id text PRIMARY KEY REFERENCES operation,
     account_id text NOT NULL,
     binding_id text NOT NULL REFERENCES binding,
     kind text NOT NULL CHECK (kind IN (${acts})),
     obligation_id text NOT NULL,
     about text NOT NULL,
     amount jsonb,
     to_binding_id text REFERENCES binding,
     agreed jsonb,
     proof_id text,
     successor_id text,
     deadline timestamptz NOT NULL,
     asked_at timestamptz NOT NULL,
     ended_at timestamptz,
     CHECK ((kind = 'MOVE_MANDATE') = (to_binding_id IS NOT NULL)),
     CHECK (proof_id IS NOT NULL OR successor_id IS NOT NULL)
   )`,
  /* Of one obligation one thing is done at a time, whoever asks at the same time. */
  'CREATE UNIQUE INDEX obligation_act_open ON obligation_act (binding_id, obligation_id) WHERE ended_at IS NULL',
  'CREATE INDEX obligation_act_of_binding ON obligation_act (binding_id, asked_at DESC)',
  'CREATE INDEX obligation_act_of_succession ON obligation_act (successor_id) WHERE successor_id IS NOT NULL',
];

const down = [
  'DROP TABLE obligation_act',
  // The version before knows nothing of them, and one open operation of a binding.
  `DELETE FROM operation WHERE kind IN (${acts})`,
  `CREATE UNIQUE INDEX operation_open ON operation (binding_id) WHERE state = 'OPEN'`,
  'DROP INDEX operation_step_open',
  'ALTER TABLE operation DROP CONSTRAINT operation_kind_check',
  `ALTER TABLE operation ADD CONSTRAINT operation_kind_check CHECK (kind IN (${steps}))`,
];

/** What is done about mandates, pending payments and balances, each an operation at the provider with what it was about. */
export class WhatHangsOnCards1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
