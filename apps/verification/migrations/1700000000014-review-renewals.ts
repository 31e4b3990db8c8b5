import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People look at a document again when it is renewed: such a review is counted beside those of the bind. */
export class ReviewRenewals1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE review ADD COLUMN about text NOT NULL DEFAULT 'BIND'`);
    await runner.query('ALTER TABLE review DROP CONSTRAINT review_binding_id_request_version_key');
    await runner.query('CREATE UNIQUE INDEX review_request ON review (binding_id, about, request_version)');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Nobody before knew what to do about a renewal.
    await runner.query(`DELETE FROM review_vote WHERE review_id IN (SELECT id FROM review WHERE about <> 'BIND')`);
    await runner.query(`DELETE FROM review WHERE about <> 'BIND'`);
    await runner.query('DROP INDEX review_request');
    await runner.query(
      'ALTER TABLE review ADD CONSTRAINT review_binding_id_request_version_key UNIQUE (binding_id, request_version)',
    );
    await runner.query('ALTER TABLE review DROP COLUMN about');
  }
}
