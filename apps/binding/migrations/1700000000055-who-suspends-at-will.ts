import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `suspend.by` of an entry with only those who are still named there. */
const narrowed = `jsonb_set(entry, '{suspend,by}', (
  SELECT COALESCE(jsonb_agg(owner), '[]') FROM jsonb_array_elements(entry #> '{suspend,by}') AS owner WHERE owner = '"HOLDER"'
))`;
const namesMany = `jsonb_typeof(entry #> '{suspend,by}') = 'array'`;

const up = [
  // Profiles name who suspends a card at will, no longer every owner of holds. Only what is in force or waits is written anew, so that whoever
  // changes it next starts from what is taken; what was said before stays as it was said.
  `UPDATE provider_profile_version AS given SET entry = ${narrowed}
   WHERE ${namesMany} AND NOT EXISTS (
     SELECT FROM provider_profile_version AS later WHERE later.provider = given.provider AND later.version > given.version
   )`,
  `UPDATE profile_proposal SET entry = ${narrowed} WHERE ${namesMany} AND decision IS NULL`,
];

/** The release before reads the narrower list as well. */
const down: readonly string[] = [];

export class WhoSuspendsAtWill1700000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}
