import { migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { Client } from 'pg';
import { migrations } from '.';

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase('binding', async () => undefined)));
afterAll(() => database.drop());

async function schemaNow(): Promise<string[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(
    `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS line FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'
     UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migration'::regclass
     ORDER BY 1`,
  );
  await client.end();
  return rows.map(({ line }) => line);
}

describe('migrations', () => {
  it('go up, all the way down, and up to the same schema again', async () => {
    expect(await migrate('up', database.ownerUrl, migrations)).toContain('CreateCardsAndBindings1700000000002');
    const first = await schemaNow();
    expect(first.length).toBeGreaterThan(50);
    for (const _migration of migrations) await migrate('down', database.ownerUrl, migrations);
    expect(await schemaNow()).toEqual([]);
    await migrate('up', database.ownerUrl, migrations);
    expect(await schemaNow()).toEqual(first);
    expect(await migrate('status', database.ownerUrl, migrations)).toBe('up to date');
  });
});
