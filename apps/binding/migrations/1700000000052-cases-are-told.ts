import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  // What of a case its holder was told last; null until they were. Of those that are there nothing is told anew.
  'ALTER TABLE binding_case ADD COLUMN told text',
  "UPDATE binding_case SET told = CASE WHEN closed_at IS NULL THEN 'OPENED' ELSE 'CLOSED' END",
  "ALTER TABLE binding_case ADD CONSTRAINT binding_case_told CHECK (told IN ('OPENED', 'CLOSED'))",
  "CREATE INDEX binding_case_untold ON binding_case (id) WHERE told IS NULL OR (told = 'OPENED' AND closed_at IS NOT NULL)",
  // The mandates that did not go over, for their holder; null where it is about something else.
  'ALTER TABLE binding_case ADD COLUMN mandates jsonb',
];

const down = [
  'DROP INDEX binding_case_untold',
  'ALTER TABLE binding_case DROP COLUMN mandates',
  'ALTER TABLE binding_case DROP CONSTRAINT binding_case_told',
  'ALTER TABLE binding_case DROP COLUMN told',
];

export class CasesAreTold1700000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
