import type { MigrationInterface, QueryRunner } from 'typeorm';

const checkCharge = (
  integer: string,
) => `CREATE OR REPLACE FUNCTION check_charge() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF NOT EXISTS (SELECT 1 FROM unbind_plan WHERE id = NEW.plan_id AND NEW.value <= (fee ->> 'value')::${integer} AND NEW.currency = fee ->> 'currency') THEN
       RAISE EXCEPTION 'charge % is above its plan', NEW.id USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`;

/** Amounts up to the largest safe integer; and in which language the terms were that a holder agreed to, unknown of consents from before. */
export class LargeAmountsAndWordsOfTerms1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(checkCharge('bigint'));
    await runner.query('ALTER TABLE charge ALTER COLUMN value TYPE bigint');
    await runner.query("ALTER TABLE consent ADD COLUMN locale text CHECK (locale IN ('zh-CN', 'en'))");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consent DROP COLUMN locale');
    await runner.query('ALTER TABLE charge ALTER COLUMN value TYPE integer');
    await runner.query(checkCharge('integer'));
  }
}
