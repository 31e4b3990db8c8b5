import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The account stands with each use: it owns it, and reads all of its uses in one order. A version of the service from before knows nothing of the column;
 * while both run, the table fills it in.
 */
const up = [
  'ALTER TABLE usage_record ADD COLUMN account_id text',
  'UPDATE usage_record SET account_id = card.account_id FROM card WHERE card.id = usage_record.card_id',
  `CREATE FUNCTION usage_record_account() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.account_id := coalesce(NEW.account_id, (SELECT account_id FROM card WHERE id = NEW.card_id));
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER usage_record_account BEFORE INSERT ON usage_record
     FOR EACH ROW WHEN (NEW.account_id IS NULL) EXECUTE FUNCTION usage_record_account()`,
  'ALTER TABLE usage_record ALTER COLUMN account_id SET NOT NULL',
  'CREATE INDEX usage_record_account ON usage_record (account_id, at, id)',
  /* The last use of each binding. */
  'CREATE INDEX usage_record_binding ON usage_record (binding_id, at)',
];

const down = [
  'DROP INDEX usage_record_binding',
  'DROP INDEX usage_record_account',
  'DROP TRIGGER usage_record_account ON usage_record',
  'DROP FUNCTION usage_record_account',
  'ALTER TABLE usage_record DROP COLUMN account_id',
];

/** Uses of a whole account, those of cards that were taken off too. */
export class UsageOfAccounts1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
