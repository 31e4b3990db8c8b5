import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from './index';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase('identity', async () => 'nothing yet')));
afterAll(() => database.drop());

/** Every table with its columns, constraints and indexes, in words. */
async function describeSchema(): Promise<string[]> {
  const dataSource = await createDataSource({ url: database.ownerUrl, entities: [] }).initialize();
  try {
    const rows: { line: string }[] = await dataSource.query(`
      SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable) AS line FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`);
    return rows.map(({ line }) => line).filter((line) => !/\bmigration\b|migration_id_seq/.test(line));
  } finally {
    await dataSource.destroy();
  }
}

describe('migrations', () => {
  it('go up, down to nothing, and up to the same again', async () => {
    await migrate('up', database.ownerUrl, migrations);
    const up = await describeSchema();
    expect(up.length).toBeGreaterThan(40);
    for (const _ of migrations) await migrate('down', database.ownerUrl, migrations);
    expect(await describeSchema()).toEqual([]);
    await migrate('up', database.ownerUrl, migrations);
    expect(await describeSchema()).toEqual(up);
    expect(await migrate('status', database.ownerUrl, migrations)).toBe('up to date');
  });
});
