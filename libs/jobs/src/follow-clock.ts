import type { PlatformClock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { ParsedCronItem } from 'graphile-worker';
import type { Pool, PoolClient } from 'pg';
import { cameBetween } from './platform-time';

/** What was enqueued by the time of before, in a transaction that committed after the move, is found this soon. */
const lookEveryMs = 2_000;

const lockClock = 'select ahead_ms as "aheadMs", done_until as "doneUntil" from platform_clock for update';

/** What waits for its time is due when the platform's clock shows it, however far that is ahead now. */
const pullDue = `
update graphile_worker._private_jobs
set run_at = (payload ->> 'dueAt')::timestamptz - $1 * interval '1 millisecond'
where attempts = 0 and locked_at is null and run_at > (payload ->> 'dueAt')::timestamptz - $1 * interval '1 millisecond'`;

/** What waits for its next try has waited for as long as the clock was moved. */
const pullTries = `
update graphile_worker._private_jobs set run_at = run_at - $1 * interval '1 millisecond'
where attempts > 0 and locked_at is null and run_at > now()`;

const addJob = `select from graphile_worker.add_job($1, payload => '{"payload": {}}'::json, job_key => 'by the clock: ' || $1)`;

const saveClock = 'update platform_clock set ahead_ms = $1, done_until = $2';

export interface FollowClockDeps {
  readonly pool: Pool;
  readonly clock: PlatformClock;
  /** The jobs that come by the clock. */
  readonly schedule: readonly ParsedCronItem[];
  readonly log: Log;
}

export interface ClockFollower {
  /** Once more, now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * In a sandbox: makes what is due by the platform's clock due by the database's, and adds what comes by the clock, once for each move whoever of several processes
 * is first. What it did stands in the database, so that a restart does none of it twice.
 */
export function followClock({ pool, clock, schedule, log }: FollowClockDeps): ClockFollower {
  async function follow(client: PoolClient): Promise<void> {
    const { rows } = await client.query<{ aheadMs: string; doneUntil: Date | null }>(lockClock);
    const [aheadMs, now, before] = [clock.aheadMs, clock.now(), Number(rows[0]?.aheadMs)];
    // Another process is ahead of this one, which will be told soon.
    if (aheadMs < before) return;
    await client.query(pullDue, [aheadMs]);
    if (aheadMs > before) await client.query(pullTries, [aheadMs - before]);
    const from = rows[0]?.doneUntil ?? now;
    if (from <= now)
      for (const item of schedule) if (cameBetween(item, from, now)) await client.query(addJob, [item.task]);
    await client.query(saveClock, [aheadMs, from > now ? from : now]);
  }

  async function inTransaction(): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await follow(client);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  let looking = Promise.resolve();
  const look = () =>
    (looking = looking
      .then(inTransaction)
      .catch((error: unknown) => log.warn({ err: error }, 'jobs could not follow the clock of the sandbox')));
  const forget = clock.onMove(look);
  const timer = setInterval(() => void look(), lookEveryMs);
  return {
    look,
    async stop() {
      forget();
      clearInterval(timer);
      await looking;
    },
  };
}
