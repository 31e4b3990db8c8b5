import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindCardsElsewhere1700000000049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX card_of_fingerprint ON card (provider, fingerprint)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX card_of_fingerprint');
  }
}
