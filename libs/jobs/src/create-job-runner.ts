import type { PlatformClock } from '@bindery/kernel';
import { toConnection } from '@bindery/persistence';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Metrics } from '@bindery/service';
import { parseCronItems, run, type Runner, type WorkerPool } from 'graphile-worker';
import type { Pool } from 'pg';
import { createBusyJobs } from './busy-jobs';
import type { JobSchemas, Jobs } from './define-jobs';
import { followClock } from './follow-clock';
import type { JobHandlers } from './job-handlers';
import { createJobMetrics } from './job-metrics';
import { createJobPool, endJobPool } from './job-pool';
import { createLibraryLog } from './library-log';
import { joinLivingPools, type LivingPool } from './living-pools';
import { toTaskList } from './to-task-list';

/** A job that comes by the clock. */
export interface ScheduledJob<Schemas extends JobSchemas> {
  readonly name: keyof Schemas & string;
  /** Five fields in UTC: minute hour day month weekday. Its payload is `{}`. */
  readonly cron: string;
}

/** What the runner of a service needs. */
export interface JobRunnerDeps<Schemas extends JobSchemas> {
  /** The service's own database. */
  readonly databaseUrl: string;
  readonly jobs: Pick<Jobs<Schemas>, 'schemas'>;
  readonly handlers: JobHandlers<Schemas>;
  /** How many run at once in this process. */
  readonly concurrency: number;
  readonly schedule?: readonly ScheduledJob<Schemas>[];
  /** The clock of a sandbox, which is moved; everywhere else it is the database's. */
  readonly sandbox?: PlatformClock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Runs the jobs of one service in this process. */
export interface JobRunner {
  start(): Promise<void>;
  /** Takes no more jobs and waits for those that run; after 5 s their signal fires. */
  stop(): Promise<void>;
}

/** Runs jobs until stopped. After the database was away, or the library gave up, it begins anew. */
export function createJobRunner<Schemas extends JobSchemas>(deps: JobRunnerDeps<Schemas>): JobRunner {
  const busy = createBusyJobs();
  const taskList = toTaskList({ ...deps, busy, metrics: createJobMetrics(deps.metrics) });
  const cronItems = parseCronItems(
    (deps.schedule ?? []).map(({ name, cron }) => ({
      task: name,
      match: cron,
      identifier: name,
      payload: { payload: {} },
    })),
  );
  let running: { readonly stopping: AbortController; readonly ended: Promise<void> } | undefined;

  async function runUntil(stopping: AbortSignal): Promise<void> {
    const config = {
      ...toConnection(deps.databaseUrl),
      max: deps.concurrency + 2,
      application_name: 'job runner',
      connectionTimeoutMillis: 5_000,
    };
    const pool = createJobPool(config, ({ message }) => deps.log.warn({ cause: message }, 'job connection lost'));
    const follower = deps.sandbox && followClock({ ...deps, pool, clock: deps.sandbox, schedule: cronItems });
    await follower?.look();
    while (!stopping.aborted) {
      try {
        await runOnce(pool, stopping);
      } catch (error) {
        deps.log.warn({ err: error }, 'job runner failed, beginning anew');
      }
      if (!stopping.aborted) await pause(1_000, undefined, { signal: stopping }).catch(() => undefined);
    }
    await follower?.stop();
    await endJobPool(pool);
  }

  async function runOnce(pool: Pool, stopping: AbortSignal): Promise<void> {
    const events = new EventEmitter();
    let living: LivingPool | undefined;
    events.on(
      'pool:create',
      ({ workerPool }: { workerPool: WorkerPool }) =>
        (living = joinLivingPools({ pool, poolId: workerPool.id, busy, log: deps.log })),
    );
    const logger = createLibraryLog(deps.log);
    const options = {
      pgPool: pool,
      events,
      concurrency: deps.concurrency,
      pollInterval: 1_000,
      noHandleSignals: true,
      logger,
    };
    try {
      // The library’s own go by the time of this computer.
      const runner = await run(options, taskList, deps.sandbox ? [] : cronItems);
      await endOf(runner, stopping);
    } finally {
      await living?.leave();
    }
  }

  return {
    start() {
      const stopping = new AbortController();
      running ??= { stopping, ended: runUntil(stopping.signal) };
      return Promise.resolve();
    },
    async stop() {
      running?.stopping.abort();
      await running?.ended;
      running = undefined;
    },
  };
}

/** Waits for the runner to end by itself, or ends it when told to stop. */
async function endOf(runner: Runner, stopping: AbortSignal): Promise<void> {
  const stop = () => void runner.stop().catch(() => undefined);
  if (stopping.aborted) stop();
  stopping.addEventListener('abort', stop, { once: true });
  try {
    await runner.promise;
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}
