import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards that their holders are to enter on the device that they move to. */
export class CardsToEnter1700000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE known_wanted_card (
      id text PRIMARY KEY,
      binding_id text NOT NULL,
      account_id text NOT NULL,
      kind_name jsonb,
      deadline timestamptz,
      sequence bigint NOT NULL
    )`);
    await runner.query(
      'CREATE INDEX known_wanted_card_of_account ON known_wanted_card (account_id) WHERE deadline IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_wanted_card');
  }
}
