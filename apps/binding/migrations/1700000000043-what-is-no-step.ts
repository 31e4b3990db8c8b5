import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What happened with a binding and is no step of it, as a fee that is given back, has no version.
  'ALTER TABLE binding_change ALTER COLUMN version DROP NOT NULL',
];

const down = [
  'DELETE FROM binding_change WHERE version IS NULL',
  'ALTER TABLE binding_change ALTER COLUMN version SET NOT NULL',
];

export class WhatIsNoStep1700000000043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
