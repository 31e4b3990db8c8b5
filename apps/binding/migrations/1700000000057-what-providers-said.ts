import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // When a provider was asked last how something stands, and what it said last, and when; null where it never did. The version before writes none of it.
  ...['operation', 'lender_request'].map(
    (table) =>
      `ALTER TABLE ${table} ADD COLUMN asked_at timestamptz, ADD COLUMN said text, ADD COLUMN said_at timestamptz,
         ADD CONSTRAINT ${table}_said CHECK ((said IS NULL) = (said_at IS NULL))`,
  ),
  // When it was looked at last, and how often in vain since the provider said how it stands.
  'ALTER TABLE provider_view ADD COLUMN looked_at timestamptz, ADD COLUMN looked_in_vain integer NOT NULL DEFAULT 0',
  // When our people had the provider asked again about a case.
  'ALTER TABLE binding_case ADD COLUMN asked_again_at timestamptz',
  // Divergences that ended otherwise than by the two agreeing: nobody ended their cases.
  `UPDATE binding_case open SET closed_at = now() FROM binding
   WHERE binding.id = open.binding_id AND open.about = 'DIVERGED' AND open.closed_at IS NULL AND binding.sync ->> 'state' = 'IN_SYNC'`,
];

const down = [
  'ALTER TABLE binding_case DROP COLUMN asked_again_at',
  'ALTER TABLE provider_view DROP COLUMN looked_in_vain, DROP COLUMN looked_at',
  ...['lender_request', 'operation'].map(
    (table) => `ALTER TABLE ${table} DROP COLUMN said_at, DROP COLUMN said, DROP COLUMN asked_at`,
  ),
];

export class WhatProvidersSaid1700000000057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
