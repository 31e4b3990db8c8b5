import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Factors are a list of the code, which a new one joins without touching the database. */
export class OpenFactors1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE challenge DROP CONSTRAINT challenge_factor_check');
  }

  /** Not validated: rows of factors that came meanwhile stay, and the version before takes no more of them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE challenge ADD CONSTRAINT challenge_factor_check CHECK (factor IN ('SMS_CODE', 'EMAIL_CODE')) NOT VALID`,
    );
  }
}
