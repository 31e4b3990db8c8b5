import { Pool } from 'pg';
import { startFaultyProxy, type FaultyProxy } from './faulty-proxy';
import { inTransaction, type TestServiceDatabase } from './test-service-database';

/** The same URL by way of the proxy. */
export const through = (proxy: FaultyProxy, url: string): string =>
  Object.assign(new URL(url), { port: String(proxy.port) }).href;

export const proxyOf = (url: string): Promise<FaultyProxy> => startFaultyProxy(() => Number(new URL(url).port));

/** A service's database as the service reaches it, which may be away; `query` and `asOwner`, the test's own eyes, see it all the same. */
export function behindProxy(database: TestServiceDatabase, proxy: FaultyProxy): TestServiceDatabase {
  const appUrl = through(proxy, database.appUrl);
  const pool = new Pool({ connectionString: appUrl, max: 10, connectionTimeoutMillis: 5_000, query_timeout: 15_000 });
  pool.on('error', () => undefined);
  return {
    ...database,
    appUrl,
    pool,
    runInTransaction: (work) => inTransaction(pool, work),
    async drop() {
      await pool.end();
      await database.drop();
    },
  };
}
