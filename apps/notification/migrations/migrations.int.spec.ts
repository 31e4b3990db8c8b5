import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '.';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('notification', (ownerUrl) => migrate('up', ownerUrl, migrations));
});
afterAll(() => database.drop());

const tables = () =>
  withClient(database.ownerUrl, async (client) =>
    (
      await client.query<{ name: string }>(
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
      )
    ).rows.map(({ name }) => name),
  );

describe('migrations', () => {
  it('run up, all the way down, and up again to the same tables', async () => {
    const before = await tables();
    for (const _each of migrations) await migrate('down', database.ownerUrl, migrations);
    expect(await tables()).toEqual(['migration']);
    await migrate('up', database.ownerUrl, migrations);
    expect(await tables()).toEqual(before);
    expect(await migrate('status', database.ownerUrl, migrations)).toBe('up to date');
  });
});
