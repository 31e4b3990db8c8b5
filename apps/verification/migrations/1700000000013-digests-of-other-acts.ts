import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Moves of cards and what is done about what hangs on one are quoted by a digest as well; which actions are is decided in code. */
const up = [
  'ALTER TABLE challenge DROP CONSTRAINT IF EXISTS challenge_check2',
  `ALTER TABLE challenge ADD CONSTRAINT challenge_unbind_by_plan
     CHECK (action <> 'UNBIND' OR plan_digest IS NOT NULL) NOT VALID`,
];
/* Not validated: rows of what came meanwhile stay, and the version before takes no more of them. */
const down = [
  'ALTER TABLE challenge DROP CONSTRAINT challenge_unbind_by_plan',
  `ALTER TABLE challenge ADD CONSTRAINT challenge_check2
     CHECK ((action = 'UNBIND') = (plan_digest IS NOT NULL)) NOT VALID`,
];

export class DigestsOfOtherActs1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
