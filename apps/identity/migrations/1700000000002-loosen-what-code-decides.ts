import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Languages, channels and levels of assurance are lists of the code, which a new one joins without touching the database. */
const up = [
  'ALTER TABLE account DROP CONSTRAINT account_locale_check',
  'ALTER TABLE contact_point DROP CONSTRAINT contact_point_channel_check',
  'ALTER TABLE session DROP CONSTRAINT session_assurance_level_check',
];
/* Not validated: rows of what came meanwhile stay, and the version before takes no more of them. */
const down = [
  `ALTER TABLE session ADD CONSTRAINT session_assurance_level_check CHECK (assurance_level IN ('AAL1', 'AAL2')) NOT VALID`,
  `ALTER TABLE contact_point ADD CONSTRAINT contact_point_channel_check CHECK (channel IN ('SMS', 'EMAIL')) NOT VALID`,
  `ALTER TABLE account ADD CONSTRAINT account_locale_check CHECK (locale IN ('zh-CN', 'en')) NOT VALID`,
];

export class LoosenWhatCodeDecides1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
