import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people look at before a card is bound, how they decided, and what holders stated of their documents. */
export class CreateReviews1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE review (
      id text PRIMARY KEY,
      version integer NOT NULL,
      binding_id text NOT NULL,
      account_id text NOT NULL,
      request_version bigint NOT NULL,
      provider text NOT NULL,
      provider_name jsonb,
      kind_name jsonb,
      document_types jsonb NOT NULL,
      reviewers_needed integer NOT NULL CHECK (reviewers_needed > 0),
      round integer NOT NULL,
      state text NOT NULL,
      reasons jsonb NOT NULL,
      requested_at timestamptz NOT NULL,
      deadline timestamptz NOT NULL,
      decided_at timestamptz,
      UNIQUE (binding_id, request_version)
    )`);
    await runner.query(`CREATE INDEX review_open ON review (id) WHERE state = 'OPEN'`);
    await runner.query(`CREATE INDEX review_open_of_account ON review (account_id) WHERE state = 'OPEN'`);
    await runner.query(`CREATE TABLE review_vote (
      review_id text NOT NULL REFERENCES review (id),
      reviewer_id text NOT NULL,
      decision text NOT NULL,
      reasons jsonb NOT NULL,
      decided_at timestamptz NOT NULL,
      PRIMARY KEY (review_id, reviewer_id)
    )`);
    await runner.query(`CREATE TABLE stated_document (
      id text PRIMARY KEY,
      account_id text NOT NULL,
      binding_id text NOT NULL,
      type text NOT NULL,
      fingerprint text NOT NULL,
      last_four text NOT NULL CHECK (length(last_four) <= 4),
      expires_on date,
      stated_at timestamptz NOT NULL
    )`);
    await runner.query('CREATE INDEX stated_document_binding ON stated_document (binding_id, id)');
    await runner.query('CREATE INDEX stated_document_fingerprint ON stated_document (fingerprint, account_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stated_document', 'review_vote', 'review']) await runner.query(`DROP TABLE ${table}`);
  }
}
