import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateChallenge1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE challenge (
      id text PRIMARY KEY,
      version integer NOT NULL CHECK (version >= 1),
      account_id text,
      action text NOT NULL CHECK (action IN ('REGISTER', 'RESET_PASSWORD', 'BIND', 'UNBIND', 'RESTORE')),
      subject_id text,
      plan_digest text,
      factor text NOT NULL CHECK (factor IN ('SMS_CODE', 'EMAIL_CODE')),
      purpose_key text NOT NULL,
      sealed_contact text NOT NULL,
      contact_digest text NOT NULL,
      client_digest text NOT NULL,
      locale text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
      code_salt text NOT NULL,
      state text NOT NULL CHECK (state IN ('PENDING', 'ANSWERED', 'EXHAUSTED', 'EXPIRED')),
      -- Whatever the program does, five wrong answers are all there are.
      wrong_answers integer NOT NULL CHECK (wrong_answers BETWEEN 0 AND 5),
      started_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      answered_at timestamptz,
      proof_id text UNIQUE,
      sends integer NOT NULL CHECK (sends BETWEEN 1 AND 3),
      last_send_at timestamptz NOT NULL,
      message_id text,
      delivery_state text NOT NULL CHECK (delivery_state IN ('QUEUED', 'ACCEPTED', 'DELIVERED', 'FAILED')),
      delivery_at timestamptz NOT NULL,
      CHECK ((account_id IS NULL) = (action IN ('REGISTER', 'RESET_PASSWORD'))),
      CHECK ((account_id IS NULL) = (subject_id IS NULL)),
      CHECK ((action = 'UNBIND') = (plan_digest IS NOT NULL)),
      CHECK ((state = 'ANSWERED') = (proof_id IS NOT NULL AND answered_at IS NOT NULL))
    )`);
    await runner.query("CREATE UNIQUE INDEX challenge_open_purpose ON challenge (purpose_key) WHERE state = 'PENDING'");
    await runner.query("CREATE INDEX challenge_open_until ON challenge (expires_at) WHERE state = 'PENDING'");
    await runner.query(
      'CREATE INDEX challenge_of_account ON challenge (account_id, started_at) WHERE account_id IS NOT NULL',
    );
    await runner.query('CREATE INDEX challenge_to_contact ON challenge (contact_digest, started_at)');
    await runner.query(
      'CREATE INDEX challenge_from_client ON challenge (client_digest, started_at) WHERE account_id IS NULL',
    );
    await runner.query('CREATE INDEX challenge_started_at ON challenge (started_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE challenge');
  }
}
