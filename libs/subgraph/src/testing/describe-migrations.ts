import type { DataSource, MigrationInterface } from 'typeorm';
import { createDataSource, grantAppRights, migrate, withClient, type AppRights } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import type { FeatureClasses } from '../compose/feature';

/**
 * The test of every service's migrations: each goes up and down, nothing is left of a schema that was taken back, and
 * every table that they make is mapped by an entity of a feature, column by column, and has a line in the list of rights. `unused` tables are
 * there for the version before only.
 */
export function describeMigrations(
  service: string,
  migrations: (new () => MigrationInterface)[],
  classes: readonly FeatureClasses[],
  appRights: AppRights,
  { unused = [] }: { readonly unused?: readonly string[] } = {},
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
        expect(columnsOfEntities(dataSource)).toEqual(await columnsOfTables(dataSource, unused));
      } finally {
        await dataSource.destroy();
      }
    });

    it('make the tables that the list of rights names, and the app has these rights and no others', async () => {
      const app = `${service}_app`;
      await grantAppRights(database.ownerUrl, app, appRights);
      // A right is not one to add to: what was given before is taken back.
      await withClient(database.ownerUrl, (owner) =>
        owner.query(`GRANT UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app}`),
      );
      await grantAppRights(database.ownerUrl, app, appRights);
      expect(await rightsOf(app, database.ownerUrl)).toEqual(toRightLines(appRights));
    });
  });
}

/** `table PRIVILEGE`, or `table PRIVILEGE column` where not all columns have it, of each table there is. */
const rightsOf = (app: string, url: string): Promise<string[]> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `WITH tables AS (SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p'))
       SELECT relname || ' ' || privilege AS line
       FROM tables, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
       WHERE has_table_privilege($1, oid, privilege)
       UNION ALL
       SELECT relname || ' UPDATE ' || attname FROM tables JOIN pg_attribute ON attrelid = tables.oid AND attnum > 0 AND NOT attisdropped
       WHERE has_column_privilege($1, tables.oid, attnum, 'UPDATE') AND NOT has_table_privilege($1, tables.oid, 'UPDATE')
       UNION ALL
       SELECT relname || ' listed' FROM tables`,
      [app],
    );
    return rows.map(({ line }) => line).sort();
  });

const toRightLines = (rights: AppRights): string[] =>
  Object.entries(rights)
    .flatMap(([table, may]) => [
      `${table} listed`,
      ...(may.read === false ? [] : [`${table} SELECT`]),
      ...(may.insert ? [`${table} INSERT`] : []),
      ...(may.update === true ? [`${table} UPDATE`] : (may.update ?? []).map((column) => `${table} UPDATE ${column}`)),
      ...(may.delete ? [`${table} DELETE`] : []),
    ])
    .sort();

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

async function columnsOfTables(dataSource: DataSource, unused: readonly string[]): Promise<string[]> {
  const rows: { column: string }[] = await dataSource.query(
    `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN ' or null' ELSE '' END AS column
     FROM information_schema.columns WHERE table_schema = 'public' AND NOT table_name = ANY($1)`,
    [[...platformTables, ...unused]],
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
