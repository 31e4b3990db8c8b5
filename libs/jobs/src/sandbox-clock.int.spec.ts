import { PlatformClock, systemClock } from '@bindery/kernel';
import { grantAppRights, persistenceRights } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { createTestDatabase, eventually, type TestDatabase } from '@bindery/testing';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { createJobRunner, type JobRunner } from './create-job-runner';
import { defineJobs } from './define-jobs';
import type { JobHandlers } from './job-handlers';
import type { JobSession } from './job-session';
import { migrateJobs } from './migrate-jobs';

const jobs = defineJobs({ greet: z.object({ whom: z.string() }), sweep: z.object({}) });
const [hourMs, dayMs] = [3_600_000, 86_400_000];

/** Whoever enqueues goes by the clock of its process, so the time of this file's goes on from test to test, as a sandbox's does. */
describe('jobs of a sandbox', () => {
  let database: TestDatabase;
  let pool: Pool;
  let done: string[];
  const runners: JobRunner[] = [];

  beforeEach(async () => {
    done = [];
    database = await createTestDatabase('jobs', async (ownerUrl) => {
      await migrateJobs(ownerUrl, 'jobs_app');
      await grantAppRights(ownerUrl, 'jobs_app', persistenceRights, { clockCanBeMoved: true });
    });
    pool = new Pool({ connectionString: database.appUrl, max: 2 });
    pool.on('error', () => undefined);
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await pool.end();
    await database.drop();
  });

  const session: JobSession = {
    query: async <Row>(sql: string, params?: unknown[]) => (await pool.query(sql, params)).rows as Row[],
  };
  const start = async (
    handlers: Partial<JobHandlers<typeof jobs.schemas>> = {},
    { sandbox = systemClock, cron }: { sandbox?: PlatformClock; cron?: string } = {},
  ) => {
    const runner = createJobRunner({
      databaseUrl: database.appUrl,
      jobs,
      handlers: {
        greet: async ({ whom }) => void done.push(whom),
        sweep: async () => void done.push('swept'),
        ...handlers,
      },
      concurrency: 2,
      schedule: cron ? [{ name: 'sweep', cron }] : [],
      sandbox,
      log: createLog({ service: 'test', level: 'silent', format: 'json' }),
      metrics: new Registry(),
    });
    runners.push(runner);
    await runner.start();
    return runner;
  };
  const greetIn = (ms: number, whom: string) =>
    jobs.enqueue(session, 'greet', { whom }, { runAt: new Date(systemClock.nowMs() + ms) });
  const pass = (ms: number, clock = systemClock) => clock.moveTo(clock.aheadMs + ms);
  const clockInDatabase = async () => {
    const [row] = await session.query<{ ahead_ms: string; done_until: Date | null }>('select * from platform_clock');
    return { aheadMs: Number(row?.ahead_ms), doneUntil: row?.done_until };
  };
  const followed = () =>
    eventually(async () => expect((await clockInDatabase()).aheadMs).toBe(systemClock.aheadMs), { withinMs: 10_000 });

  it('run as soon as time was moved past theirs, and not before', async () => {
    await start();
    await greetIn(29 * dayMs, 'within');
    await greetIn(31 * dayMs, 'beyond');
    await pass(30 * dayMs);
    await eventually(() => expect(done).toEqual(['within']));
    await greetIn(hourMs, 'an hour later');
    await pass(2 * hourMs);
    await eventually(() => expect(done).toEqual(['within', 'an hour later']));
    await pass(dayMs);
    await eventually(() => expect(done).toEqual(['within', 'an hour later', 'beyond']));
  });

  it('are found that were enqueued by the time of before and committed after the move', async () => {
    await start();
    await followed();
    const client = await pool.connect();
    await client.query('begin');
    await jobs.enqueue(
      { query: async (sql, params) => (await client.query(sql, params)).rows },
      'greet',
      { whom: 'late' },
      { runAt: new Date(systemClock.nowMs() + hourMs) },
    );
    await pass(dayMs);
    expect((await clockInDatabase()).aheadMs).toBe(systemClock.aheadMs);
    await client.query('commit');
    client.release();
    await eventually(() => expect(done).toEqual(['late']), { withinMs: 10_000 });
  });

  it('are due after a restart, when time was moved while nothing ran', async () => {
    const first = await start();
    await greetIn(hourMs, 'after the restart');
    await first.stop();
    await pass(dayMs);
    await start();
    await eventually(() => expect(done).toEqual(['after the restart']), { withinMs: 10_000 });
  });

  it('that wait for their next try have waited for as long as time was moved, once whoever of several says so', async () => {
    let tries = 0;
    const greet = async () => {
      tries += 1;
      if (tries === 1) throw new Error('nobody is home');
    };
    // Two replicas: each has a clock of its own, and is told of each move.
    const other = new PlatformClock();
    await other.moveTo(systemClock.aheadMs);
    await Promise.all([start({ greet }), start({ greet }, { sandbox: other })]);
    await followed();
    await jobs.enqueue(session, 'greet', { whom: 'Bob' });
    await eventually(() => expect(tries).toBe(1));
    await eventually(async () =>
      expect(
        await session.query('select from graphile_worker._private_jobs where attempts = 1 and locked_at is null'),
      ).toHaveLength(1),
    );
    await session.query("update graphile_worker._private_jobs set run_at = now() + interval '30 hours'");
    await Promise.all([pass(10 * hourMs), pass(10 * hourMs, other)]);
    const [left] = await session.query<{ hours: number }>(
      'select extract(epoch from run_at - now())::float / 3600 as hours from graphile_worker._private_jobs',
    );
    expect(left?.hours).toBeGreaterThan(19.9);
    expect(left?.hours).toBeLessThan(20);
    await Promise.all([pass(20 * hourMs), pass(20 * hourMs, other)]);
    await eventually(() => expect(tries).toBe(2));
  });

  it('that come by the clock run once for a move over their time, however often it came', async () => {
    const now = systemClock.now();
    const minuteAgo = new Date(now.getTime() - 60_000);
    const cron = `${minuteAgo.getUTCMinutes()} ${minuteAgo.getUTCHours()} * * *`;
    const other = new PlatformClock();
    await other.moveTo(systemClock.aheadMs);
    await Promise.all([start({}, { cron }), start({}, { cron, sandbox: other })]);
    await eventually(async () => expect((await clockInDatabase()).doneUntil).toBeInstanceOf(Date));
    await Promise.all([pass(hourMs), pass(hourMs, other)]);
    await Promise.all([pass(40 * dayMs), pass(40 * dayMs, other)]);
    await eventually(() => expect(done).toEqual(['swept']));
    await eventually(async () => expect(await session.query('select from graphile_worker.jobs')).toEqual([]));
    await pass(hourMs);
    await followed();
    expect(done).toEqual(['swept']);
    await pass(dayMs);
    await eventually(() => expect(done).toEqual(['swept', 'swept']));
  });
});

it('nobody but a sandbox may say in the database that time was moved', async () => {
  const database = await createTestDatabase('jobs', async (ownerUrl) => {
    await migrateJobs(ownerUrl, 'jobs_app');
    await grantAppRights(ownerUrl, 'jobs_app', persistenceRights, { clockCanBeMoved: true });
    await grantAppRights(ownerUrl, 'jobs_app', persistenceRights);
  });
  const app = new Pool({ connectionString: database.appUrl, max: 1 });
  await expect(app.query('update platform_clock set ahead_ms = 1')).rejects.toThrow('permission denied');
  expect((await app.query('select ahead_ms from platform_clock')).rows).toEqual([{ ahead_ms: '0' }]);
  await app.end();
  await database.drop();
});
