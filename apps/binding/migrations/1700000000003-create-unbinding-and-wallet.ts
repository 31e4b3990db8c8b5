import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE unbind_plan (
     id text PRIMARY KEY CHECK (id LIKE 'plan\\_%'),
     binding_id text NOT NULL REFERENCES binding,
     binding_version integer NOT NULL,
     digest text NOT NULL UNIQUE,
     effects jsonb NOT NULL,
     blockers jsonb NOT NULL,
     fee jsonb,
     proof jsonb NOT NULL,
     quoted_at timestamptz NOT NULL,
     quoted_until timestamptz NOT NULL CHECK (quoted_until > quoted_at)
   )`,
  'CREATE INDEX unbind_plan_quoted_until ON unbind_plan (quoted_until)',
  `ALTER TABLE binding ADD CONSTRAINT binding_plan FOREIGN KEY (plan_id) REFERENCES unbind_plan`,
  /* Invariant 11: once per plan; "never above the plan" is kept by a trigger, since no code path may break it. */
  `CREATE TABLE charge (
     id text PRIMARY KEY,
     plan_id text NOT NULL UNIQUE REFERENCES unbind_plan,
     binding_id text NOT NULL REFERENCES binding,
     value integer NOT NULL CHECK (value > 0),
     currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
     charged_at timestamptz NOT NULL,
     refunded_at timestamptz
   )`,
  `CREATE FUNCTION check_charge() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM unbind_plan WHERE id = NEW.plan_id AND NEW.value <= (fee ->> 'value')::integer AND NEW.currency = fee ->> 'currency') THEN
       RAISE EXCEPTION 'charge % is above its plan', NEW.id USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  'CREATE TRIGGER charge_within_plan BEFORE INSERT OR UPDATE ON charge FOR EACH ROW EXECUTE FUNCTION check_charge()',
  `CREATE TABLE receipt (
     id text PRIMARY KEY CHECK (id LIKE 'receipt\\_%'),
     binding_id text NOT NULL REFERENCES binding,
     at timestamptz NOT NULL,
     text jsonb NOT NULL,
     fee_charged jsonb,
     restorable_until timestamptz
   )`,
  /* Invariant 6: one row per account, so one default; its lock orders everything that counts an account's bindings. */
  `CREATE TABLE wallet (
     account_id text PRIMARY KEY,
     default_card_id text REFERENCES card,
     preferred_card_id text REFERENCES card
   )`,
  `CREATE TABLE binding_case (
     id text PRIMARY KEY,
     binding_id text NOT NULL REFERENCES binding,
     about text NOT NULL CHECK (about IN ('DIVERGED', 'OVERDUE', 'REFUSED')),
     opened_at timestamptz NOT NULL,
     closed_at timestamptz
   )`,
  'CREATE UNIQUE INDEX binding_case_open ON binding_case (binding_id, about) WHERE closed_at IS NULL',
];

const down = [
  'DROP TABLE binding_case',
  'DROP TABLE wallet',
  'DROP TABLE receipt',
  'DROP TABLE charge',
  'DROP FUNCTION check_charge',
  'ALTER TABLE binding DROP CONSTRAINT binding_plan',
  'DROP TABLE unbind_plan',
];

/** Plans, fees, receipts, the default card of each account, and what people have to look into. */
export class CreateUnbindingAndWallet1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
