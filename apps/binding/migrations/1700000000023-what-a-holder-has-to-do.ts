import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a provider waits for: a link, a code, a text to sign. */
export class WhatAHolderHasToDo1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE operation ADD COLUMN activation jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE operation DROP COLUMN activation');
  }
}
