import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What else waits for a holder: disputes, and what a binding that waits will take the place of. */
export class WhatWaitsBesides1700000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE known_binding ADD COLUMN succession text');
    await runner.query(`CREATE TABLE known_dispute (
      id text PRIMARY KEY,
      binding_id text NOT NULL,
      account_id text NOT NULL,
      about text NOT NULL,
      waits_for text,
      deadline timestamptz,
      sequence bigint NOT NULL
    )`);
    await runner.query(
      'CREATE INDEX known_dispute_of_account ON known_dispute (account_id) WHERE waits_for IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX known_dispute_of_binding ON known_dispute (binding_id) WHERE waits_for IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_dispute');
    await runner.query('ALTER TABLE known_binding DROP COLUMN succession');
  }
}
