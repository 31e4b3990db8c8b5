import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTablesDown, messagingTablesUp } from '@bindery/messaging';
import { idempotencyTableDown, idempotencyTableUp, usedProofTableDown, usedProofTableUp } from '@bindery/persistence';

const up = [
  `CREATE TABLE account (
     id text PRIMARY KEY,
     display_name text NOT NULL,
     locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
     standing text NOT NULL CHECK (standing IN ('GOOD', 'LOCKED', 'CLOSED')),
     version integer NOT NULL CHECK (version >= 0),
     created_at timestamptz NOT NULL
   )`,
  // Apart from the account, so that reading an account never reads its password.
  `CREATE TABLE password (
     account_id text PRIMARY KEY REFERENCES account,
     hash text NOT NULL,
     changed_at timestamptz NOT NULL
   )`,
  `CREATE TABLE contact_point (
     id text PRIMARY KEY,
     account_id text NOT NULL REFERENCES account,
     channel text NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
     lookup text NOT NULL CONSTRAINT contact_point_lookup UNIQUE,
     sealed_address text NOT NULL,
     confirmed_at timestamptz NOT NULL
   )`,
  'CREATE INDEX contact_point_account ON contact_point (account_id)',
  `CREATE TABLE device (
     id text PRIMARY KEY,
     account_id text NOT NULL REFERENCES account,
     installation_id text NOT NULL,
     name text NOT NULL,
     platform text NOT NULL,
     client_app text NOT NULL,
     registered_at timestamptz NOT NULL,
     last_seen_at timestamptz NOT NULL,
     UNIQUE (account_id, installation_id)
   )`,
  'CREATE INDEX device_page ON device (account_id, id)',
  `CREATE TABLE session (
     id text PRIMARY KEY,
     account_id text NOT NULL REFERENCES account,
     device_id text NOT NULL REFERENCES device,
     client_app text NOT NULL,
     assurance_level text NOT NULL CHECK (assurance_level IN ('AAL1', 'AAL2')),
     generation integer NOT NULL CHECK (generation > 0),
     refresh_hash text NOT NULL,
     rotated_at timestamptz NOT NULL,
     started_at timestamptz NOT NULL,
     last_used_at timestamptz NOT NULL,
     ends_at timestamptz NOT NULL,
     ended_at timestamptz,
     end_cause text,
     CHECK ((ended_at IS NULL) = (end_cause IS NULL))
   )`,
  'CREATE INDEX session_page ON session (account_id, id) WHERE ended_at IS NULL',
  'CREATE INDEX session_ends_at ON session (ends_at)',
  // By phone, not by account: a phone without an account is slowed down just the same.
  `CREATE TABLE log_in_failure (
     lookup text PRIMARY KEY,
     failures integer NOT NULL,
     blocked_until timestamptz NOT NULL,
     last_failed_at timestamptz NOT NULL
   )`,
];

const down = ['log_in_failure', 'session', 'device', 'contact_point', 'password', 'account'].map(
  (table) => `DROP TABLE ${table}`,
);

export class CreateIdentity1700000000001 implements MigrationInterface {
  name = 'CreateIdentity1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...up, ...idempotencyTableUp, ...usedProofTableUp, ...messagingTablesUp])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [...messagingTablesDown, ...usedProofTableDown, ...idempotencyTableDown, ...down])
      await runner.query(sql);
  }
}
