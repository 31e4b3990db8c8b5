import { messagingTablesDown, messagingTablesUp } from '@bindery/messaging';
import { idempotencyTableDown, idempotencyTableUp } from '@bindery/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  ...idempotencyTableUp,
  ...messagingTablesUp,
  `CREATE TABLE recipient (
     account_id text PRIMARY KEY,
     locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
     time_zone text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  // The check keeps a clear address out even if a producer forgets to seal: compact JWE has five parts (RFC 7516, 3.1).
  `CREATE TABLE contact_point (
     id text PRIMARY KEY,
     account_id text NOT NULL REFERENCES recipient,
     channel text NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
     sealed_address text NOT NULL CHECK (sealed_address ~ '^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]*([.][A-Za-z0-9_-]+){3}$'),
     confirmed_at timestamptz NOT NULL
   )`,
  'CREATE INDEX contact_point_account ON contact_point (account_id)',
  // Ids begin with the time of the fact, so their order as bytes is the order of the inbox.
  `CREATE TABLE notification (
     id text COLLATE "C" PRIMARY KEY,
     account_id text NOT NULL REFERENCES recipient,
     source_event_id text NOT NULL,
     kind text NOT NULL,
     critical boolean NOT NULL,
     words text NOT NULL,
     action text,
     facts jsonb NOT NULL,
     card_id text,
     binding_id text,
     occurred_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     read_at timestamptz,
     CONSTRAINT notification_once_per_event UNIQUE (account_id, source_event_id)
   )`,
  'CREATE INDEX notification_inbox ON notification (account_id, id DESC)',
  'CREATE INDEX notification_card ON notification (account_id, card_id, id DESC) WHERE card_id IS NOT NULL',
  'CREATE INDEX notification_unread ON notification (account_id) WHERE read_at IS NULL',
  'CREATE INDEX notification_created_at ON notification (created_at)',
  `CREATE TABLE delivery (
     id text PRIMARY KEY,
     notification_id text COLLATE "C" NOT NULL REFERENCES notification ON DELETE CASCADE,
     channel text NOT NULL CHECK (channel IN ('INBOX', 'SMS', 'EMAIL')),
     contact_point_id text REFERENCES contact_point,
     state text NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED')),
     attempts integer NOT NULL DEFAULT 0,
     claimed_until timestamptz,
     locale text CHECK (locale IN ('zh-CN', 'en')),
     message_id text,
     cause text,
     sent_at timestamptz,
     changed_at timestamptz NOT NULL,
     CHECK ((channel = 'INBOX') = (contact_point_id IS NULL))
   )`,
  `CREATE UNIQUE INDEX delivery_once_per_contact_point ON delivery (notification_id, contact_point_id) NULLS NOT DISTINCT`,
  `CREATE TABLE preference (
     account_id text NOT NULL,
     kind text NOT NULL,
     channel text NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
     enabled boolean NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (account_id, kind, channel)
   )`,
];

const down = [
  ...['preference', 'delivery', 'notification', 'contact_point', 'recipient'].map((table) => `DROP TABLE ${table}`),
  ...messagingTablesDown,
  ...idempotencyTableDown,
];

export class CreateNotifications1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}
