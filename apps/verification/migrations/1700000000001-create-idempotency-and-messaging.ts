import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTablesDown, messagingTablesUp } from '@bindery/messaging';
import { idempotencyTableDown, idempotencyTableUp } from '@bindery/persistence';

export class CreateIdempotencyAndMessaging1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...idempotencyTableUp, ...messagingTablesUp]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of [...messagingTablesDown, ...idempotencyTableDown]) await runner.query(sql);
  }
}
