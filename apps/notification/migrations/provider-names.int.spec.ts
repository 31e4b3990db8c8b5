import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '.';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 2);

describe('the names of providers in notifications of before', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('notification', (ownerUrl) => migrate('up', ownerUrl, migrations.slice(0, 1)));
  });
  afterAll(() => database.drop());

  it('are kept with them, and taken away again on the way down', async () => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query(`INSERT INTO recipient (account_id, locale, time_zone) VALUES ('account_1', 'en', 'UTC')`);
      const insert = (id: string, facts: object) =>
        client.query(
          `INSERT INTO notification (id, account_id, source_event_id, kind, critical, words, facts, occurred_at, created_at)
           VALUES ($1, 'account_1', $1, 'CARD_BOUND', false, 'CARD_BOUND', $2, now(), now())`,
          [id, JSON.stringify(facts)],
        );
      const facts = async () =>
        (await client.query<{ facts: object }>('SELECT facts FROM notification ORDER BY id')).rows.map(
          (row) => row.facts,
        );
      const before = [{ at: 'x', provider: 'cloudgate' }, { at: 'x', provider: 'unheard-of' }, { at: 'x' }];
      for (const [index, each] of before.entries()) await insert(`n${index}`, each);

      await migrate('up', database.ownerUrl, upToIt);
      expect(await facts()).toEqual([
        { ...before[0], providerName: { 'zh-CN': '云门门禁', en: 'CloudGate Access' } },
        before[1],
        before[2],
      ]);
      await migrate('down', database.ownerUrl, upToIt);
      expect(await facts()).toEqual(before);
    });
  });
});
