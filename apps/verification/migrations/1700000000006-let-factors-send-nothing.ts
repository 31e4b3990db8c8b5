import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = ['sealed_contact', 'contact_digest', 'sends', 'last_send_at', 'delivery_state', 'delivery_at'];

/**
 * What is sent and where to is there only if anything is. What a factor keeps to check an answer stays in
 * `code_salt`: a new name would break the processes of the version before, which run beside this one for a while.
 */
export class LetFactorsSendNothing1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const changes = columns.map((column) => `ALTER COLUMN ${column} DROP NOT NULL`);
    await runner.query(`ALTER TABLE challenge ${changes.join(', ')},
      ADD CONSTRAINT challenge_sending_whole CHECK (num_nulls(${columns.join(', ')}) IN (0, ${columns.length})),
      ADD CONSTRAINT challenge_message_sent CHECK (message_id IS NULL OR sealed_contact IS NOT NULL),
      -- Somebody who is not signed in proves the phone itself.
      ADD CONSTRAINT challenge_stranger_reached CHECK (account_id IS NOT NULL OR sealed_contact IS NOT NULL)`);
  }

  /** The version before cannot read a challenge that sends nothing. Whoever had one starts another, within one budget more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM challenge WHERE sealed_contact IS NULL');
    const changes = columns.map((column) => `ALTER COLUMN ${column} SET NOT NULL`);
    await runner.query(`ALTER TABLE challenge ${changes.join(', ')}, DROP CONSTRAINT challenge_sending_whole,
      DROP CONSTRAINT challenge_message_sent, DROP CONSTRAINT challenge_stranger_reached`);
  }
}
