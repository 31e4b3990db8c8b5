import type { DataSource } from 'typeorm';
import type { JobPart } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import { accountJobs } from '../accounts/accounts.jobs';
import { caseJobs } from '../cases/cases.jobs';
import { disputeJobs } from '../disputes/disputes.jobs';
import { documentJobs } from '../documents/documents.jobs';
import { exportJobs } from '../export/export.jobs';
import { lenderJobs } from '../lender-requests/lender-requests.jobs';
import { lifecycleJobs } from '../lifecycle/lifecycle.jobs';
import { lostJobs } from '../lost/lost.jobs';
import { operationJobs } from '../operations/operations.jobs';
import { providerJobs } from '../providers/providers.jobs';
import { revocationJobs } from '../revocation/revocation.jobs';
import { staffHoldsJobs } from '../staff-holds/staff-holds.jobs';
import { successionJobs } from '../succession/succession.jobs';
import { validityJobs } from '../validity/validity.jobs';

const schemas = {
  ...lifecycleJobs.schemas,
  ...operationJobs.schemas,
  ...accountJobs.schemas,
  ...caseJobs.schemas,
  ...disputeJobs.schemas,
  ...documentJobs.schemas,
  ...exportJobs.schemas,
  ...lenderJobs.schemas,
  ...lostJobs.schemas,
  ...providerJobs.schemas,
  ...revocationJobs.schemas,
  ...staffHoldsJobs.schemas,
  ...successionJobs.schemas,
  ...validityJobs.schemas,
};
type JobName = keyof typeof schemas;
type Handlers = JobPart['handlers'];

interface WaitingJob {
  readonly id: string;
  readonly name: JobName;
  readonly payload: never;
}

/** Runs the jobs of a service when a test says so, by the test's clock. */
export interface JobDrain {
  /** Jobs that are due. */
  due(): Promise<WaitingJob[]>;
  /** Has the service look for what no job looks after any more; see `reconcile`. */
  reconcile(everything: boolean): Promise<void>;
  /** Runs what is due until nothing is. Answers the names, in order. With `mayFail` a job that throws stays, to come again. */
  run(options?: { mayFail?: boolean }): Promise<string[]>;
  /** Runs one due job of a name and leaves it in the queue: its worker was killed before it could say that it is done. */
  runAndForget(name: JobName): Promise<void>;
}

/** At once is by the database's time, which goes on while a test's clock stands: such a job has the time it was added at. */
const dueJobs = `SELECT j.id, t.identifier AS name, j.payload -> 'payload' AS payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.run_at <= $1 OR j.run_at IN (j.created_at, j.updated_at) ORDER BY j.run_at, j.id`;

export function createJobDrain(dataSource: DataSource, handlers: Handlers, clock: Clock): JobDrain {
  const due = async (): Promise<WaitingJob[]> => (await dataSource.query(dueJobs, [clock.now()])) as WaitingJob[];
  const run = (name: JobName, payload: unknown): Promise<void> => {
    const handler = handlers[name] as (payload: unknown, run: unknown) => Promise<void>;
    return handler(schemas[name].parse(payload), {});
  };
  const handle = ({ name, payload }: WaitingJob) => run(name, payload);

  return {
    due,
    reconcile: (everything) => run('reconcile', { everything }),
    async run({ mayFail = false } = {}) {
      const done: string[] = [];
      const failed = new Set<string>();
      for (;;) {
        const job = (await due()).find(({ id }) => !failed.has(id));
        if (!job) return done;
        done.push(job.name);
        // As with a worker that has taken it: a new job of the same key stands beside it, not in its place.
        await dataSource.query('UPDATE graphile_worker._private_jobs SET key = NULL WHERE id = $1', [job.id]);
        try {
          await handle(job);
          await dataSource.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [job.id]);
        } catch (error) {
          if (!mayFail) throw error;
          failed.add(job.id);
        }
      }
    },
    async runAndForget(name) {
      const job = (await due()).find((waiting) => waiting.name === name);
      if (!job) throw new Error(`no ${name} is due`);
      await handle(job);
    },
  };
}
