import { createLog, currentTraceparent, withTrace } from '@bindery/service';
import { withClient } from '@bindery/persistence';
import {
  createTestDatabase,
  eventually,
  itIsCheckedAgainst,
  testPostgresUrl,
  type TestDatabase,
} from '@bindery/testing';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { z } from 'zod';
import { createJobRunner, type JobRunner } from './create-job-runner';
import { defineJobs } from './define-jobs';
import type { JobHandlers, JobRun } from './job-handlers';
import type { JobSession } from './job-session';
import { migrateJobs } from './migrate-jobs';

const jobs = defineJobs({ greet: z.object({ whom: z.string() }), sweep: z.object({}) });
type Handlers = JobHandlers<typeof jobs.schemas>;

describe('what is used of graphile-worker without being promised', () => {
  itIsCheckedAgainst(
    'graphile-worker',
    '0.18.0',
    [
      'the columns of _private_jobs and _private_job_queues by which jobs of dead processes are freed (living-pools.ts);',
      'that it tries again after error 40001 what it sends without waiting (job-pool.ts);',
      'row security without policies on its tables (migrate-jobs.ts)',
    ].join(' '),
  );
});

describe('jobs', () => {
  let database: TestDatabase;
  let pool: Pool;
  const runners: JobRunner[] = [];

  beforeEach(async () => {
    database = await createTestDatabase('jobs', (ownerUrl) => migrateJobs(ownerUrl, 'jobs_app'));
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
  const inTransaction = async (work: (tx: JobSession) => Promise<void>): Promise<void> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await work({
        query: async <Row>(sql: string, params?: unknown[]) => (await client.query(sql, params)).rows as Row[],
      });
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  };
  const start = async (
    handlers: Partial<Handlers>,
    schedule: { name: 'sweep'; cron: string }[] = [],
    log = createLog({ service: 'test', level: 'silent', format: 'json' }),
  ): Promise<JobRunner> => {
    const nothing = () => Promise.resolve();
    const runner = createJobRunner({
      databaseUrl: database.appUrl,
      jobs,
      handlers: { greet: nothing, sweep: nothing, ...handlers },
      concurrency: 2,
      schedule,
      log,
      metrics: new Registry(),
    });
    runners.push(runner);
    await runner.start();
    return runner;
  };
  const waiting = async () =>
    (await session.query<{ attempts: number }>('select attempts from graphile_worker.jobs')).map(
      ({ attempts }) => attempts,
    );

  it('run once the transaction that enqueued them has committed, as the app user, in the same trace', async () => {
    const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const greeted: string[] = [];
    await start({ greet: async ({ whom }) => void greeted.push(`${whom} ${currentTraceparent()?.slice(3, 35)}`) });
    await withTrace(parent, () => jobs.enqueue(session, 'greet', { whom: 'Ada' }));
    await eventually(() => expect(greeted).toEqual([`Ada ${'a'.repeat(32)}`]));
    await eventually(async () => expect(await waiting()).toEqual([]));
  });

  it('log in the trace of who enqueued them, their failures too', async () => {
    const lines: { msg: string; traceId?: string }[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) };
    const log = createLog({ service: 'test', level: 'info', format: 'json', destination });
    const greet = async () => {
      log.info('greeting');
      throw new Error('nobody there');
    };
    await start({ greet }, [], log);
    await withTrace(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, () => jobs.enqueue(session, 'greet', { whom: 'Ada' }));
    await eventually(() =>
      expect(lines.filter(({ msg }) => msg === 'greeting' || msg === 'job failed').slice(0, 2)).toMatchObject([
        { msg: 'greeting', traceId: 'a'.repeat(32) },
        { msg: 'job failed', traceId: 'a'.repeat(32) },
      ]),
    );
  });

  it('are not there if that transaction is rolled back', async () => {
    const failing = inTransaction(async (tx) => {
      await jobs.enqueue(tx, 'greet', { whom: 'nobody' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await waiting()).toEqual([]);
  });

  it('are refused at once when the payload does not fit', async () => {
    await expect(jobs.enqueue(session, 'greet', { whom: 7 } as never)).rejects.toThrow();
    expect(await waiting()).toEqual([]);
  });

  it('wait for their time, and a key replaces what waits under it', async () => {
    const greeted: string[] = [];
    await start({ greet: async ({ whom }) => void greeted.push(whom) });
    const runAt = new Date(Date.now() + 3_600_000);
    await jobs.enqueue(session, 'greet', { whom: 'later' }, { jobKey: 'one', runAt });
    await jobs.enqueue(session, 'greet', { whom: 'much later' }, { jobKey: 'two', runAt });
    await jobs.enqueue(session, 'greet', { whom: 'now after all' }, { jobKey: 'one' });
    await eventually(() => expect(greeted).toEqual(['now after all']));
    await eventually(async () => expect(await waiting()).toHaveLength(1));
  });

  it('are not put off by who looks again later, not even by the same job while it runs', async () => {
    const greeted: string[] = [];
    const runAt = new Date(Date.now() + 3_600_000);
    const later = { jobKey: 'one', runAt, keepsMoment: true };
    await start({
      greet: async ({ whom }) => {
        greeted.push(whom);
        if (whom !== 'first') return;
        await inTransaction(async (tx) => {
          await jobs.enqueue(tx, 'greet', { whom: 'asked for meanwhile' }, { jobKey: 'one' });
          await jobs.enqueue(tx, 'greet', { whom: 'seen again' }, later);
        });
      },
    });
    await jobs.enqueue(session, 'greet', { whom: 'first' }, { jobKey: 'one' });
    await eventually(() => expect(greeted).toEqual(['first', 'seen again']));
    await jobs.enqueue(session, 'greet', { whom: 'seen once more' }, later);
    expect(await waiting()).toHaveLength(1);
    await jobs.enqueue(session, 'greet', { whom: 'at once' }, { jobKey: 'one' });
    await eventually(() => expect(greeted).toEqual(['first', 'seen again', 'at once']));
  });

  it('come again after a failure, later each time, up to their maximum of attempts', async () => {
    const attempts: string[] = [];
    await start({
      greet: async (_payload, { attempt, maxAttempts }: JobRun) => {
        attempts.push(`${attempt}/${maxAttempts}`);
        throw new Error('nobody is home');
      },
    });
    await jobs.enqueue(session, 'greet', { whom: 'Bob' }, { maxAttempts: 2 });
    await eventually(() => expect(attempts).toEqual(['1/2', '2/2']), { withinMs: 15_000 });
    const [job] = await session.query<{ last_error: string }>('select last_error from graphile_worker.jobs');
    expect(job?.last_error).toContain('nobody is home');
  });

  it('are waited for by stop, and the others stay for the next runner', async () => {
    const greeted: string[] = [];
    let release: (() => void) | undefined;
    const runner = await start({
      greet: async ({ whom }) => {
        await new Promise<void>((resolve) => (release = resolve));
        greeted.push(whom);
      },
    });
    await jobs.enqueue(session, 'greet', { whom: 'first' }, { queue: 'one-at-a-time' });
    await jobs.enqueue(session, 'greet', { whom: 'second' }, { queue: 'one-at-a-time' });
    await eventually(() => expect(release).toBeDefined());
    const stopped = runner.stop();
    release?.();
    await stopped;
    expect(greeted).toEqual(['first']);
    expect(await waiting()).toHaveLength(1);
    await start({ greet: async ({ whom }) => void greeted.push(whom) });
    await eventually(() => expect(greeted).toEqual(['first', 'second']));
  });

  it('of a process that was killed, or given to one that never heard of it, are freed within some seconds', async () => {
    const greeted: string[] = [];
    await start({ greet: async ({ whom }) => void greeted.push(whom) });
    const [own] = await eventually(async () => {
      const pools = await session.query<{ pool_id: string }>('select pool_id from job_pools');
      expect(pools).toHaveLength(1);
      return pools;
    });
    const lost = [
      { whom: 'orphan', holder: 'pool-killed' },
      { whom: 'unheard', holder: own?.pool_id },
    ];
    for (const { whom, holder } of lost)
      await inTransaction(async (tx) => {
        await jobs.enqueue(tx, 'greet', { whom }, { queue: whom });
        const locked = "set locked_by = $1, locked_at = now() - interval '1 hour'";
        await tx.query(`update graphile_worker._private_jobs ${locked} where payload->'payload'->>'whom' = $2`, [
          holder,
          whom,
        ]);
        await tx.query(`update graphile_worker._private_job_queues ${locked} where queue_name = $2`, [holder, whom]);
      });
    await eventually(() => expect(greeted.sort()).toEqual(['orphan', 'unheard']), { withinMs: 20_000 });
  });

  it('go on after the connections were terminated under load', async () => {
    const greeted = new Set<string>();
    await start({ greet: async ({ whom }) => void greeted.add(whom) });
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 20; i++) await jobs.enqueue(session, 'greet', { whom: `${round}-${i}` });
      await withClient(testPostgresUrl(), (admin) =>
        admin.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'job runner' and datname = $1",
          [new URL(database.appUrl).pathname.slice(1)],
        ),
      );
    }
    await eventually(() => expect(greeted.size).toBe(100), { withinMs: 25_000 });
  });

  it('on a schedule are known to the database from the start', async () => {
    await start({}, [{ name: 'sweep', cron: '17 3 * * *' }]);
    await eventually(async () =>
      expect(await session.query('select identifier from graphile_worker._private_known_crontabs')).toEqual([
        { identifier: 'sweep' },
      ]),
    );
  });
});
