import { grantAppRights, withClient } from '@bindery/persistence';
import { createTestDatabase, testPostgresUrl, type TestDatabase } from '@bindery/testing';
import { Client, Pool } from 'pg';
import { messagingRights, messagingTablesUp } from '../messaging-tables';
import { toSqlSession, type SqlSession } from '../sql-session';

export interface TestServiceDatabase extends TestDatabase {
  readonly pool: Pool;
  runInTransaction<T>(work: (tx: SqlSession) => Promise<T>): Promise<T>;
  /** Rows, outside of any transaction. */
  query<Row>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Changes of the schema. */
  asOwner(statements: readonly string[]): Promise<void>;
}

/** A service's own database with the messaging tables, and a table `effects` for handlers to write to. */
export async function createTestServiceDatabase(): Promise<TestServiceDatabase> {
  const database = await createTestDatabase('messaging', async (ownerUrl) => {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    for (const sql of messagingTablesUp) await owner.query(sql);
    await owner.query(
      'create table effects (position bigint generated always as identity, event_id text not null, key text not null, sequence integer not null)',
    );
    await owner.end();
    await grantAppRights(ownerUrl, 'messaging_app', messagingRights);
  });
  const pool = new Pool({ connectionString: database.appUrl, max: 10 });
  pool.on('error', () => undefined);
  return {
    ...database,
    pool,
    query: toSqlSession(pool).query,
    runInTransaction: (work) => inTransaction(pool, work),
    asOwner: (statements) =>
      withClient(database.ownerUrl, async (owner) => {
        for (const sql of statements) await owner.query(sql);
      }),
    async drop() {
      await pool.end();
      await database.drop();
    },
  };
}

/** Ends the connections to a database that have this application name, as a restart of PostgreSQL would; how many there were. */
export const terminate = ({ appUrl }: TestDatabase, application: string): Promise<number> =>
  withClient(testPostgresUrl(), async (admin) => {
    const sql = 'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = $2';
    return (await admin.query(sql, [application, new URL(appUrl).pathname.slice(1)])).rows.length;
  });

/** One transaction on a connection of the pool, undone if the work throws. */
export async function inTransaction<T>(pool: Pool, work: (tx: SqlSession) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // Lost while it is ours: the statement under way tells of it too.
  const onError = () => undefined;
  client.on('error', onError);
  const tx = toSqlSession(client);
  try {
    await client.query('begin');
    const result = await work(tx);
    await client.query('commit');
    client.off('error', onError);
    client.release();
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
}
