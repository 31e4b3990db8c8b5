import type { MigrationInterface, QueryRunner } from 'typeorm';

const phases = `'VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING', 'DECLINED', 'REPLACED', 'RETIRED'`;

const up = [
  `CREATE TABLE card (
     id text PRIMARY KEY CHECK (id LIKE 'card\\_%'),
     account_id text NOT NULL,
     provider text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('BANK_CARD', 'ACCESS_CARD', 'WALLET')),
     fingerprint text NOT NULL,
     token text,
     last_four text NOT NULL CHECK (length(last_four) BETWEEN 1 AND 4),
     brand text,
     expires_on text CHECK (expires_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
     site jsonb,
     doors jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(doors) = 'array'),
     added_at timestamptz NOT NULL,
     UNIQUE (account_id, provider, fingerprint)
   )`,
  `CREATE TABLE binding (
     id text PRIMARY KEY CHECK (id LIKE 'binding\\_%'),
     card_id text NOT NULL REFERENCES card,
     account_id text NOT NULL,
     provider text NOT NULL,
     kind text NOT NULL,
     device_id text NOT NULL,
     phase text NOT NULL CHECK (phase IN (${phases})),
     holds jsonb NOT NULL CHECK (jsonb_typeof(holds) = 'array'),
     sync jsonb NOT NULL CHECK (sync ->> 'state' IN ('IN_SYNC', 'PENDING', 'UNKNOWN', 'DIVERGED')),
     version integer NOT NULL CHECK (version > 0),
     credential_reference text,
     consent_id text NOT NULL,
     previous_binding_id text REFERENCES binding CHECK (previous_binding_id <> id),
     deadline timestamptz,
     started_at timestamptz NOT NULL,
     bound_at timestamptz,
     unbound_at timestamptz,
     restorable_until timestamptz,
     plan_id text,
     unbind_reason text,
     receipt_id text,
     CHECK (phase NOT IN ('VERIFYING', 'IN_REVIEW', 'AWAITING_ACTIVATION') OR deadline IS NOT NULL),
     CHECK (phase NOT IN ('BINDING', 'AWAITING_ACTIVATION', 'UNBINDING', 'RESTORING') OR sync ? 'operation'),
     CHECK (phase <> 'UNBOUND' OR unbound_at IS NOT NULL),
     CHECK (phase <> 'RETIRED' OR credential_reference IS NULL)
   )`,
  /* Invariant 2: at most one binding of a card on a device takes its slot, whoever asks at the same time. */
  `CREATE UNIQUE INDEX binding_slot ON binding (account_id, card_id, device_id)
     WHERE phase IN ('VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'RESTORING')`,
  'CREATE INDEX binding_card ON binding (card_id)',
  'CREATE INDEX binding_account ON binding (account_id)',
  'CREATE INDEX binding_credential ON binding (provider, credential_reference)',
  'CREATE INDEX binding_deadline ON binding (deadline) WHERE deadline IS NOT NULL',
  `CREATE TABLE binding_change (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id text NOT NULL UNIQUE,
     binding_id text NOT NULL REFERENCES binding,
     version integer NOT NULL CHECK (version > 0),
     card_id text NOT NULL,
     at timestamptz NOT NULL,
     actor text NOT NULL,
     channel text NOT NULL,
     trigger text NOT NULL,
     fact text NOT NULL,
     reason text,
     from_phase text CHECK (from_phase IN (${phases})),
     to_phase text NOT NULL CHECK (to_phase IN (${phases})),
     holds jsonb NOT NULL,
     sync jsonb NOT NULL,
     UNIQUE (binding_id, version)
   )`,
  'CREATE INDEX binding_change_card ON binding_change (card_id, position)',
  `CREATE TABLE operation (
     id text PRIMARY KEY CHECK (id LIKE 'operation\\_%'),
     binding_id text NOT NULL REFERENCES binding,
     provider text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('BIND', 'UNBIND', 'RESTORE', 'SUSPEND', 'RESUME')),
     state text NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'REFUSED', 'SUPERSEDED')),
     created_at timestamptz NOT NULL,
     sent_at timestamptz,
     asked integer NOT NULL DEFAULT 0,
     next_check_at timestamptz NOT NULL,
     settled_at timestamptz,
     cause text,
     CHECK ((state = 'OPEN') = (settled_at IS NULL))
   )`,
  `CREATE UNIQUE INDEX operation_open ON operation (binding_id) WHERE state = 'OPEN'`,
  `CREATE INDEX operation_due ON operation (next_check_at) WHERE state = 'OPEN'`,
  `CREATE TABLE consent (
     id text PRIMARY KEY,
     account_id text NOT NULL,
     binding_id text NOT NULL UNIQUE REFERENCES binding,
     provider text NOT NULL,
     version text NOT NULL,
     text text NOT NULL,
     recorded_at timestamptz NOT NULL
   )`,
];

const down = ['consent', 'operation', 'binding_change', 'binding', 'card'].map((table) => `DROP TABLE ${table}`);

/** What holders own, how it is bound, every change of it, and what is asked of providers. */
export class CreateCardsAndBindings1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
