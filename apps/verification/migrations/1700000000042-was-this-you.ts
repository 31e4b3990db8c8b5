import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that were taken off elsewhere, until their holder says whether it was them. */
export class WasThisYou1700000000042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE known_removal (
      binding_id text PRIMARY KEY,
      account_id text NOT NULL,
      kind_name jsonb,
      removal_version bigint NOT NULL,
      answer_by timestamptz,
      is_over boolean NOT NULL
    )`);
    await runner.query('CREATE INDEX known_removal_of_account ON known_removal (account_id) WHERE NOT is_over');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_removal');
  }
}
