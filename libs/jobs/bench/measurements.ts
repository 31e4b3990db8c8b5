import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '@bindery/persistence';
import type { Client } from 'pg';
import type { Contender, Work } from './contender';

const concurrency = 4;

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  await work();
  await client.query('commit');
}

async function until(done: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await pause(5))
    if (await done()) return true;
  return false;
}

/** Durable transactions with one job each, one after the other, a second. */
export async function enqueuedPerSecond({ appUrl, enqueue }: Contender, count: number): Promise<number> {
  return withClient(appUrl, async (client) => {
    const begun = performance.now();
    for (let number = 0; number < count; number++) await inTransaction(client, () => enqueue(client, { number }));
    return (count / (performance.now() - begun)) * 1_000;
  });
}

/** Jobs run a second, of those that wait already. */
export async function drainedPerSecond(contender: Contender, count: number): Promise<number> {
  let left = count;
  const begun = performance.now();
  await contender.start(concurrency, async () => void (left -= 1));
  if (!(await until(() => left <= 0, 120_000))) throw new Error(`${left} jobs of ${contender.name} were not run`);
  const seconds = (performance.now() - begun) / 1_000;
  await contender.stop();
  return count / seconds;
}

/** Milliseconds from the commit to the handler, of jobs that come one at a time, ascending. */
export async function startLatencies(contender: Contender, count: number): Promise<number[]> {
  let began = 0;
  await contender.start(concurrency, async () => void (began = performance.now()));
  await pause(2_000);
  const latencies: number[] = [];
  await withClient(contender.appUrl, async (client) => {
    for (let number = 0; number < count; number++) {
      began = 0;
      await inTransaction(client, () => contender.enqueue(client, { number }));
      const committed = performance.now();
      if (!(await until(() => began > 0, 30_000))) throw new Error(`a job of ${contender.name} did not start`);
      latencies.push(Math.max(0, began - committed));
      await pause(10 + (number % 7) * 10);
    }
  });
  await contender.stop();
  return latencies.sort((a, b) => a - b);
}

/** Transactions a second, which are statements where nothing else goes on, of a worker that has nothing to do. `adminUrl` is of another database. */
export async function idleTransactionsPerSecond(
  contender: Contender,
  adminUrl: string,
  seconds: number,
): Promise<number> {
  await contender.start(concurrency, () => Promise.resolve());
  const database = new URL(contender.appUrl).pathname.slice(1);
  const read = () =>
    withClient(adminUrl, async (admin) => {
      const sql = 'select xact_commit + xact_rollback as count from pg_stat_database where datname = $1';
      return Number((await admin.query<{ count: string }>(sql, [database])).rows[0]?.count);
    });
  await pause(11_000);
  const before = await read();
  await pause(seconds * 1_000);
  const after = await read();
  await contender.stop();
  return (after - before) / seconds;
}

/** What runs of two jobs of one key that were put off, where the second is for now. */
export async function keyedReplacement(contender: Contender): Promise<number[]> {
  const run: number[] = [];
  await withClient(contender.appUrl, async (client) => {
    const later = new Date(Date.now() + 3_600_000);
    await inTransaction(client, () => contender.enqueue(client, { number: 1 }, { key: 'one', runAt: later }));
    await inTransaction(client, () => contender.enqueue(client, { number: 2 }, { key: 'one', runAt: new Date() }));
  });
  await contender.start(concurrency, async ({ number }) => void run.push(number));
  await until(() => run.length > 0, 15_000);
  await pause(500);
  await contender.stop();
  return run;
}

/** How many run of two jobs of one key that two transactions add at the same time. */
export async function keyedAtOnce(contender: Contender): Promise<number> {
  const { appUrl, enqueue } = contender;
  await withClient(appUrl, (first) =>
    withClient(appUrl, async (second) => {
      await first.query('begin');
      await second.query('begin');
      await enqueue(first, { number: 1 }, { key: 'at once' });
      // The second may have to wait for the first to commit.
      const adding = enqueue(second, { number: 2 }, { key: 'at once' });
      await pause(200);
      await first.query('commit');
      await adding;
      await second.query('commit');
    }),
  );
  let run = 0;
  await contender.start(concurrency, async () => void (run += 1));
  await until(() => run > 1, 3_000);
  await contender.stop();
  return run;
}

/** Seconds between the tries of a job that fails each time. */
export async function retryGaps(contender: Contender, tries: number): Promise<number[]> {
  const at: number[] = [];
  await withClient(contender.appUrl, (client) =>
    inTransaction(client, () => contender.enqueue(client, { number: 0 }, { maxAttempts: tries })),
  );
  await contender.start(concurrency, async () => {
    at.push(performance.now());
    throw new Error('nobody is home');
  });
  await until(() => at.length >= tries, 120_000);
  await pause(1_000);
  await contender.stop();
  return at.slice(1).map((moment, index) => (moment - (at[index] ?? moment)) / 1_000);
}

export interface LossOutcome {
  readonly lost: number;
  readonly twice: number;
  /** From the last strike to the last job. */
  readonly seconds: number;
}

/** Jobs come while every connection to the database but ours is ended, again and again. */
export async function afterLostConnections(contender: Contender, adminUrl: string): Promise<LossOutcome> {
  const runs = new Map<number, number>();
  let last = 0;
  await contender.start(concurrency, async ({ number }: Work) => {
    runs.set(number, (runs.get(number) ?? 0) + 1);
    last = performance.now();
    await pause(5);
  });
  const rounds = 5;
  const each = 40;
  let struck = 0;
  await withClient(contender.appUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const database = new URL(contender.appUrl).pathname.slice(1);
    for (let round = 0; round < rounds; round++) {
      for (let index = 0; index < each; index++)
        await inTransaction(client, () => contender.enqueue(client, { number: round * each + index }));
      await withClient(adminUrl, (admin) =>
        admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> $2', [
          database,
          rows[0]?.pid,
        ]),
      );
      struck = performance.now();
    }
  });
  await until(() => runs.size === rounds * each, 90_000);
  const seconds = Math.max(0, last - struck) / 1_000;
  await pause(1_000);
  await contender.stop();
  return {
    lost: rounds * each - runs.size,
    twice: [...runs.values()].filter((count) => count > 1).length,
    seconds,
  };
}

/** A number that no other measurement gives. */
const orphan = 1_000_000;

/** Seconds until another process runs the job of one that died with it. */
export async function afterDeadProcess(contender: Contender): Promise<number> {
  await withClient(contender.appUrl, (client) =>
    inTransaction(client, () => contender.enqueue(client, { number: orphan })),
  );
  await contender.takeAndDie(orphan);
  const begun = performance.now();
  let ended = NaN;
  await contender.start(concurrency, async ({ number }) => void (number === orphan && (ended = performance.now())));
  await until(() => !Number.isNaN(ended), 120_000);
  await contender.stop();
  return (ended - begun) / 1_000;
}
