import type { DataSource } from 'typeorm';
import type { JobHandlers } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import { bindingJobs, type BindingJobs } from '../operations/operations.jobs';

type Handlers = JobHandlers<BindingJobs['schemas']>;

interface WaitingJob {
  readonly id: string;
  readonly name: keyof Handlers;
  readonly payload: never;
}

/** Runs the jobs of a service when a test says so, by the test's clock. */
export interface JobDrain {
  /** Jobs that are due. */
  due(): Promise<WaitingJob[]>;
  /** Runs what is due until nothing is. Answers the names, in order. With `mayFail` a job that throws stays, to come again. */
  run(options?: { mayFail?: boolean }): Promise<string[]>;
  /** Runs one due job of a name and leaves it in the queue: its worker was killed before it could say that it is done. */
  runAndForget(name: keyof Handlers): Promise<void>;
}

const dueJobs = `SELECT j.id, t.identifier AS name, j.payload -> 'payload' AS payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  WHERE j.run_at <= greatest($1::timestamptz, now()) ORDER BY j.run_at, j.id`;

export function createJobDrain(dataSource: DataSource, handlers: Handlers, clock: Clock): JobDrain {
  const due = async (): Promise<WaitingJob[]> => (await dataSource.query(dueJobs, [clock.now()])) as WaitingJob[];
  const handle = ({ name, payload }: WaitingJob): Promise<void> => {
    const handler = handlers[name] as (payload: unknown, run: unknown) => Promise<void>;
    return handler(bindingJobs.schemas[name].parse(payload), {});
  };

  return {
    due,
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
