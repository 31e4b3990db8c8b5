import { abuseLedgerTableDown, abuseLedgerTableUp } from '@bindery/abuse-ledger';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the version before does not write may be absent: it goes on beside this one. */
const up = [
  // The entry that tells this fact too: ids of notifications, whose order is that of the inbox.
  'ALTER TABLE notification ADD COLUMN told_in text COLLATE "C"',
  'CREATE INDEX notification_told_in ON notification (told_in) WHERE told_in IS NOT NULL',
  'ALTER TABLE delivery ADD COLUMN claimed_at timestamptz',
  'ALTER TABLE delivery ADD COLUMN collected jsonb',
  'ALTER TABLE delivery ADD COLUMN carried_by text',
  'CREATE INDEX delivery_of_contact_point ON delivery (contact_point_id, claimed_at)',
  'CREATE INDEX delivery_carried_by ON delivery (carried_by) WHERE carried_by IS NOT NULL',
  ...abuseLedgerTableUp,
];

const down = [
  ...abuseLedgerTableDown,
  'DROP INDEX delivery_carried_by',
  'DROP INDEX delivery_of_contact_point',
  'ALTER TABLE delivery DROP COLUMN carried_by',
  'ALTER TABLE delivery DROP COLUMN collected',
  'ALTER TABLE delivery DROP COLUMN claimed_at',
  'DROP INDEX notification_told_in',
  'ALTER TABLE notification DROP COLUMN told_in',
];

export class TellEachThingOnce1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
