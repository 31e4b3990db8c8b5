import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '.';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 5);

describe('the names of kinds at bindings of before', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('verification', async () => 'nothing yet');
    await migrate('up', database.ownerUrl, migrations.slice(0, 4));
  });
  afterAll(() => database.drop());

  it('are kept with those that are known, and the column goes on the way down', async () => {
    await withClient(database.ownerUrl, async (client) => {
      for (const [id, kind] of Object.entries({ binding_1: 'ACCESS_CARD', binding_2: 'PARKING_PERMIT' }))
        await client.query(
          `INSERT INTO known_binding (id, account_id, phase, kind, sequence) VALUES ($1, 'account_1', 'BOUND', $2, 1)`,
          [id, kind],
        );
      const rows = async () => (await client.query<object>('SELECT * FROM known_binding ORDER BY id')).rows;
      const before = await rows();
      await migrate('up', database.ownerUrl, upToIt);
      expect(await rows()).toEqual([
        { ...before[0], kind_name: { 'zh-CN': '门禁卡', en: 'access card' } },
        { ...before[1], kind_name: null },
      ]);
      await migrate('down', database.ownerUrl, upToIt);
      expect(await rows()).toEqual(before);
    });
  });
});
