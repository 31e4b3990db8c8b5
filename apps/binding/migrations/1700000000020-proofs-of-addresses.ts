import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE address_challenge (
     nonce_hash text PRIMARY KEY,
     provider text NOT NULL,
     operation_id text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('BIND', 'RESTORE')),
     round integer NOT NULL CHECK (round > 0),
     account text NOT NULL,
     nonce text NOT NULL,
     message text NOT NULL,
     issued_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL CHECK (expires_at > issued_at),
     tries integer NOT NULL DEFAULT 0,
     used_at timestamptz CHECK (used_at < expires_at)
   )`,
  'CREATE UNIQUE INDEX address_challenge_round ON address_challenge (operation_id, round)',
  /* One operation is proved by one text. */
  'CREATE UNIQUE INDEX address_challenge_used ON address_challenge (operation_id) WHERE used_at IS NOT NULL',
  'CREATE INDEX address_challenge_issued_at ON address_challenge (issued_at)',
  `CREATE TABLE address_credential (
     reference text PRIMARY KEY,
     provider text NOT NULL,
     operation_id text NOT NULL UNIQUE,
     proved_at timestamptz NOT NULL,
     removed_at timestamptz
   )`,
];

const down = ['DROP TABLE address_credential', 'DROP TABLE address_challenge'];

/** Texts that holders were asked to sign, and the addresses that they have proved by it. */
export class ProofsOfAddresses1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
