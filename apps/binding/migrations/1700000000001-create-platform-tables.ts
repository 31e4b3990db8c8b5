import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTablesDown, messagingTablesUp } from '@bindery/messaging';
import { idempotencyTableDown, idempotencyTableUp, usedProofTableDown, usedProofTableUp } from '@bindery/persistence';

/** Replay memory of signed provider messages: an id that was taken once is not taken again. */
const providerMessageUp = [
  `CREATE TABLE provider_message (
     provider text NOT NULL,
     webhook_id text NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (provider, webhook_id)
   )`,
  'CREATE INDEX provider_message_received_at ON provider_message (received_at)',
];

/** Outbox and inbox, idempotency keys, used proofs, provider messages: what keeps every effect to one. */
export class CreatePlatformTables1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...messagingTablesUp, ...idempotencyTableUp, ...usedProofTableUp, ...providerMessageUp])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [
      'DROP TABLE provider_message',
      ...usedProofTableDown,
      ...idempotencyTableDown,
      ...messagingTablesDown,
    ])
      await runner.query(sql);
  }
}
