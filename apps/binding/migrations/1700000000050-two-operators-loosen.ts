import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // Changes that loosen a profile: they wait for a second operator. What was proposed is never changed, and decided once.
  `CREATE TABLE profile_proposal (
     id text PRIMARY KEY,
     provider text NOT NULL,
     base_version integer NOT NULL,
     entry jsonb NOT NULL,
     changes jsonb NOT NULL,
     loosens jsonb NOT NULL,
     note text NOT NULL,
     proposed_by text NOT NULL,
     proposed_at timestamptz NOT NULL,
     decision text CHECK (decision IN ('APPROVED', 'DECLINED')),
     decided_by text,
     decided_at timestamptz,
     FOREIGN KEY (provider, base_version) REFERENCES provider_profile_version,
     CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
     CHECK (decision <> 'APPROVED' OR decided_by <> proposed_by)
   )`,
  'CREATE INDEX profile_proposal_open ON profile_proposal (id) WHERE decision IS NULL',
  'ALTER TABLE provider_profile_version ADD COLUMN approved_by text',
  `ALTER TABLE provider_profile_version ADD CONSTRAINT provider_profile_version_approved_by_another
     CHECK (approved_by <> changed_by)`,
];

const down = ['ALTER TABLE provider_profile_version DROP COLUMN approved_by', 'DROP TABLE profile_proposal'];

export class TwoOperatorsLoosen1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
