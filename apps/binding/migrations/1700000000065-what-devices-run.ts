import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a device runs, as identity tells of it. Of devices known before it is null until their holder logs in there again, or events are replayed: identity
 * told of it always, and nobody kept it.
 */
export class WhatDevicesRun1700000000065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_device ADD COLUMN platform text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_device DROP COLUMN platform');
  }
}
