import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE usage_record (
     id text PRIMARY KEY CHECK (id LIKE 'usage\\_%'),
     provider text NOT NULL,
     provider_usage_id text NOT NULL,
     card_id text NOT NULL REFERENCES card,
     binding_id text NOT NULL REFERENCES binding,
     kind text NOT NULL CHECK (kind IN ('DOOR_OPENED', 'PAYMENT', 'REFUSED')),
     place jsonb NOT NULL,
     amount jsonb,
     at timestamptz NOT NULL,
     UNIQUE (provider, provider_usage_id)
   )`,
  'CREATE INDEX usage_record_card ON usage_record (card_id, at, id)',
  /* What identity tells of accounts and devices; a row with a locked_at is not in good standing. */
  `CREATE TABLE account_lock (
     account_id text PRIMARY KEY,
     version bigint NOT NULL,
     locked_at timestamptz,
     until timestamptz
   )`,
  `CREATE TABLE known_device (
     id text PRIMARY KEY,
     account_id text NOT NULL,
     registered_at timestamptz NOT NULL,
     removed_at timestamptz
   )`,
  'CREATE INDEX known_device_account ON known_device (account_id)',
];

const down = ['known_device', 'account_lock', 'usage_record'].map((table) => `DROP TABLE ${table}`);

/** Uses of cards, and what identity tells of accounts and devices. */
export class CreateUsageAndAccounts1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
