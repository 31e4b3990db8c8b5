import { newId } from '@bindery/kernel';
import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '.';
import { AccountSettings1700000000035 } from './1700000000035-account-settings';

const before = migrations.slice(0, migrations.indexOf(AccountSettings1700000000035));
/** What comes after it is none of its business. */
const upToIt = [...before, AccountSettings1700000000035];

describe('exports of before', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, before));
  });
  afterAll(() => database.drop());

  it('have ids of their type with all their parts, and their old ones again on the way down', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const old = () => newId('usage_export').replace('usage_', '');
      const insert = (id: string, state: string) =>
        client.query(
          `INSERT INTO usage_export (id, account_id, state, format, locale, time_zone, filter, rows_total, created_at, ready_at, expires_at)
           VALUES ($1, 'account_1', $2, 'CSV', 'en', 'UTC', '{}', 1, now(), CASE WHEN $2 = 'READY' THEN now() END, now())`,
          [id, state],
        );
      const [ready, waiting] = [old(), old()];
      await insert(ready, 'READY');
      await insert(waiting, 'WAITING');
      await client.query(`INSERT INTO usage_export_part (export_id, part, content) VALUES ($1, 0, 'x')`, [ready]);
      const rows = async () =>
        (
          await client.query<{ id: string; state: string; part: string | null }>(
            'SELECT e.id, e.state, p.export_id AS part FROM usage_export e LEFT JOIN usage_export_part p ON p.export_id = e.id ORDER BY e.state DESC',
          )
        ).rows;

      await migrate('up', database.ownerUrl, upToIt);
      expect(await rows()).toEqual([
        { id: `usage_${ready}`, state: 'READY', part: `usage_${ready}` },
        { id: `usage_${waiting}`, state: 'CANCELLED', part: null },
      ]);
      // A program of the version before still runs.
      await insert(old(), 'WAITING');
      await client.query(`DELETE FROM usage_export WHERE id LIKE 'export\\_%'`);
      await migrate('down', database.ownerUrl, upToIt);
      expect((await rows()).map(({ id, part }) => [id, part])).toEqual([
        [ready, ready],
        [waiting, null],
      ]);
    });
  });
});
