import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { readKeptEntry } from '../src/catalogue/provider-entry';
import { loadProviderEntries } from '../src/catalogue/provider-catalogue';
import { migrations } from '.';
import { WhoSuspendsAtWill1700000000055 } from './1700000000055-who-suspends-at-will';

const before = migrations.slice(0, migrations.indexOf(WhoSuspendsAtWill1700000000055));
const upToIt = [...before, WhoSuspendsAtWill1700000000055];

describe('profiles that name every owner of holds', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('binding', async () => 'nothing yet');
    await migrate('up', database.ownerUrl, before);
  });
  afterAll(() => database.drop());

  it('name who suspends at will, where they are in force or wait; what was said before stays', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const file = loadProviderEntries()['seaside-bank'];
      const said = (by: readonly string[]) => JSON.stringify({ ...file, suspend: { mode: 'NATIVE', by } });
      const many = said(['HOLDER', 'DEVICE_LOST', 'PROVIDER', 'DISPUTE']);
      const without = said(['RISK']);
      for (const [provider, version, entry] of [
        ['seaside-bank', 1, many],
        ['seaside-bank', 2, many],
        ['harbour-bank', 1, without],
        ['old-bank', 1, '{}'],
      ] as const)
        await client.query(
          `INSERT INTO provider_profile_version (provider, version, origin, entry, changes, changed_at, changed_by)
           VALUES ($1, $2, 'OPERATOR', $3, '[]', now(), 'account_1')`,
          [provider, version, entry],
        );
      for (const [id, decided] of [
        ['proposal_1', false],
        ['proposal_2', true],
      ] as const)
        await client.query(
          `INSERT INTO profile_proposal (id, provider, base_version, entry, changes, loosens, note, proposed_by, proposed_at, decision, decided_by, decided_at)
           VALUES ($1, 'seaside-bank', 2, $2, '[]', '[]', '', 'account_1', now(), $3, $4, $5)`,
          [id, many, ...(decided ? ['DECLINED', 'account_2', new Date()] : [null, null, null])],
        );

      await migrate('up', database.ownerUrl, upToIt);
      const { rows } = await client.query<{ of: string; by: string[] | null; entry: Record<string, unknown> }>(
        `SELECT provider || ' ' || version AS of, entry #> '{suspend,by}' AS by, entry FROM provider_profile_version
         UNION ALL SELECT id, entry #> '{suspend,by}', entry FROM profile_proposal ORDER BY 1`,
      );
      const old = ['HOLDER', 'DEVICE_LOST', 'PROVIDER', 'DISPUTE'];
      expect(rows.map(({ of, by }) => [of, by])).toEqual([
        ['harbour-bank 1', []],
        ['old-bank 1', null],
        ['proposal_1', ['HOLDER']],
        ['proposal_2', old],
        ['seaside-bank 1', old],
        ['seaside-bank 2', ['HOLDER']],
      ]);
      // The older ones are read all the same: so is what a process of the release before writes after this.
      for (const { of, entry } of rows) expect([of, readKeptEntry('seaside-bank', file, entry).ok]).toEqual([of, true]);
      await migrate('down', database.ownerUrl, upToIt);
    });
  });
});
