import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig } from 'pg';

/**
 * The pool that graphile-worker 0.18 works on. The library records the end of a job without waiting for it: when the connection
 * is lost in that moment, the rejection is nobody's and ends the process. It does try again after the error codes it knows,
 * so a lost connection is shown to it as one of those (up to a hundred times, 50 ms to 5 s apart). What it sends is safe to repeat.
 */
export function createJobPool(config: PoolConfig, onLost: (error: Error) => void): Pool {
  const pool = new Pool(config);
  const connect = pool.connect.bind(pool);
  type Callback = Parameters<typeof connect>[0];
  pool.connect = ((callback?: Callback) =>
    callback ? connect(callback) : connect().catch(throwRepeatable)) as Pool['connect'];
  pool.on('connect', (client) => {
    client.on('error', onLost);
    makeRepeatable(client);
  });
  pool.on('error', onLost);
  return pool;
}

/** Ends the pool after what still goes on, but waits no longer than five seconds for a database that may be away. */
export async function endJobPool(pool: Pool): Promise<void> {
  const deadline = performance.now() + 5_000;
  while ((pool.waitingCount || pool.idleCount < pool.totalCount) && performance.now() < deadline) await pause(10);
  await pool.end();
}

function makeRepeatable(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const answer = query(...args);
    return answer instanceof Promise ? answer.catch(throwRepeatable) : answer;
  }) as PoolClient['query'];
}

function throwRepeatable(error: unknown): never {
  throw isLost(error)
    ? Object.assign(new Error('connection lost', { cause: error }), { code: serializationFailure })
    : error;
}

const serializationFailure = '40001';

/** Whatever is no answer of PostgreSQL to the statement: the driver's own errors, shutdown (57P), refused connections (08, 53). */
function isLost(error: unknown): boolean {
  const { code, severity } = error as { code?: string; severity?: string };
  return severity === undefined || /^(57P|08|53)/.test(code ?? '');
}
