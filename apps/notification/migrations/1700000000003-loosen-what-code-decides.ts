import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Languages and channels are lists of the code, which a new one joins without touching the database. */
const up = [
  'ALTER TABLE recipient DROP CONSTRAINT recipient_locale_check',
  'ALTER TABLE delivery DROP CONSTRAINT delivery_locale_check',
  'ALTER TABLE contact_point DROP CONSTRAINT contact_point_channel_check',
  'ALTER TABLE delivery DROP CONSTRAINT delivery_channel_check',
  'ALTER TABLE preference DROP CONSTRAINT preference_channel_check',
];
/* Not validated: rows of what came meanwhile stay, and the version before takes no more of them. */
const down = [
  `ALTER TABLE preference ADD CONSTRAINT preference_channel_check CHECK (channel IN ('SMS', 'EMAIL')) NOT VALID`,
  `ALTER TABLE delivery ADD CONSTRAINT delivery_channel_check CHECK (channel IN ('INBOX', 'SMS', 'EMAIL')) NOT VALID`,
  `ALTER TABLE contact_point ADD CONSTRAINT contact_point_channel_check CHECK (channel IN ('SMS', 'EMAIL')) NOT VALID`,
  `ALTER TABLE delivery ADD CONSTRAINT delivery_locale_check CHECK (locale IN ('zh-CN', 'en')) NOT VALID`,
  `ALTER TABLE recipient ADD CONSTRAINT recipient_locale_check CHECK (locale IN ('zh-CN', 'en')) NOT VALID`,
];

export class LoosenWhatCodeDecides1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
