import type { Log } from '@bindery/service';
import type { Pool } from 'pg';
import type { BusyJobs } from './busy-jobs';

/** A process that was killed leaves its jobs locked; the library itself would free them after four hours. */
const beatEveryMs = 2_000;
const goneAfterMs = 10_000;

const beatSql = `insert into job_pools (pool_id) values ($1)
on conflict (pool_id) do update set seen_at = clock_timestamp()`;

const freeSql = `
with gone as (
  select locked_by from graphile_worker._private_jobs where locked_by is not null
  union
  select locked_by from graphile_worker._private_job_queues where locked_by is not null
  except
  select pool_id from job_pools where seen_at > clock_timestamp() - $1 * interval '1 millisecond'
), freed as (
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from gone having count(*) > 0
)
select locked_by from gone, freed`;

/** Locked in our name by an answer that never reached us. */
const returnSql = `
with returned as (
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
  where locked_by = $1 and locked_at < clock_timestamp() - $2 * interval '1 millisecond' and id <> all ($3::bigint[])
  returning id, job_queue_id
), unlocked as (
  update graphile_worker._private_job_queues set locked_at = null, locked_by = null
  where locked_by = $1 and id in (select job_queue_id from returned)
)
select id from returned`;

const forgetSql = "delete from job_pools where seen_at < clock_timestamp() - interval '1 day' or pool_id = $1";

export interface LivingPoolDeps {
  readonly pool: Pool;
  readonly poolId: string;
  readonly busy: BusyJobs;
  readonly log: Log;
}

export interface LivingPool {
  /** Says that this process lives no longer. */
  leave(): Promise<void>;
}

/**
 * Says every two seconds that this process lives, and frees the jobs of those that have not said so for ten.
 * Only after it has itself said so for ten seconds without a miss: when the database was away, everybody is late.
 */
export function joinLivingPools({ pool, poolId, busy, log }: LivingPoolDeps): LivingPool {
  let steadySince = performance.now();
  let beating = Promise.resolve();

  async function beat(): Promise<void> {
    try {
      await pool.query(beatSql, [poolId]);
      if (performance.now() - steadySince < goneAfterMs) return;
      const { rows } = await pool.query<{ locked_by: string }>(freeSql, [goneAfterMs]);
      const lost = await pool.query<{ id: string }>(returnSql, [poolId, goneAfterMs, busy.ids()]);
      if (lost.rows.length)
        log.warn({ jobs: lost.rows.map(({ id }) => id) }, 'returned jobs that were given to us and never arrived');
      if (rows.length)
        log.warn({ pools: rows.map((row) => row.locked_by) }, 'freed the jobs of processes that are gone');
    } catch (error) {
      steadySince = performance.now();
      log.warn({ err: error }, 'could not say that this job runner lives');
    }
  }

  const next = () => (beating = beating.then(beat));
  void next();
  const timer = setInterval(next, beatEveryMs);
  return {
    async leave() {
      clearInterval(timer);
      await beating;
      await pool.query(forgetSql, [poolId]).catch(() => undefined);
    },
  };
}
