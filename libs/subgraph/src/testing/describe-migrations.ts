import type { DataSource, MigrationInterface } from 'typeorm';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import type { FeatureClasses } from '../compose/feature';

/**
 * The test of every service's migrations: each goes up and down, nothing is left of a schema that was taken back, and
 * every table that they make is mapped by an entity of a feature, column by column.
 */
export function describeMigrations(
  service: string,
  migrations: (new () => MigrationInterface)[],
  classes: readonly FeatureClasses[],
): void {
  describe(`migrations of ${service}`, () => {
    let database: TestDatabase;
    beforeAll(async () => void (database = await createTestDatabase(service, async () => 'nothing yet')));
    afterAll(() => database.drop());

    it('go up, down to nothing, and up to the same again', async () => {
      await migrate('up', database.ownerUrl, migrations);
      const up = await describeSchema(database.ownerUrl);
      expect(up).toContainEqual(expect.stringContaining('outbox_events'));
      for (const _ of migrations) await migrate('down', database.ownerUrl, migrations);
      expect(await describeSchema(database.ownerUrl)).toEqual([]);
      await migrate('up', database.ownerUrl, migrations);
      expect(await describeSchema(database.ownerUrl)).toEqual(up);
      expect(await migrate('status', database.ownerUrl, migrations)).toBe('up to date');
    });

    it('make the tables that the entities map, with the same columns', async () => {
      const entities = classes.flatMap(({ entities = [] }) => entities);
      const dataSource = await createDataSource({ url: database.ownerUrl, entities }).initialize();
      try {
        expect(columnsOfEntities(dataSource)).toEqual(await columnsOfTables(dataSource));
      } finally {
        await dataSource.destroy();
      }
    });
  });
}

/** Tables of the platform, which its libs read and write by statements of their own. */
const platformTables = [
  'migration',
  'idempotency_key',
  'used_proof',
  'outbox_events',
  'inbox_events',
  'dead_letters',
  'abuse_ledger',
];

const columnsOfEntities = ({ entityMetadatas }: DataSource): string[] =>
  entityMetadatas
    .flatMap(({ tableName, columns }) =>
      columns.map(({ databaseName, isNullable }) => `${tableName}.${databaseName}${isNullable ? ' or null' : ''}`),
    )
    .sort();

async function columnsOfTables(dataSource: DataSource): Promise<string[]> {
  const rows: { column: string }[] = await dataSource.query(
    `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN ' or null' ELSE '' END AS column
     FROM information_schema.columns WHERE table_schema = 'public' AND NOT table_name = ANY($1)`,
    [platformTables],
  );
  return rows.map(({ column }) => column).sort();
}

/** Every table with its columns, constraints, indexes and triggers, in words. */
async function describeSchema(url: string): Promise<string[]> {
  const dataSource = await createDataSource({ url, entities: [] }).initialize();
  try {
    const rows: { line: string }[] = await dataSource.query(`
      SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) AS line FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT concat_ws(' ', event_object_table, trigger_name, action_statement) FROM information_schema.triggers WHERE trigger_schema = 'public'
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`);
    return rows.map(({ line }) => line).filter((line) => !/\bmigration\b|migration_id_seq/.test(line));
  } finally {
    await dataSource.destroy();
  }
}
