import { systemClock } from '@bindery/kernel';
import { currentTraceparent } from '@bindery/service';
import { sendPrepared } from '@bindery/persistence';
import type { z } from 'zod';
import type { JobSession } from './job-session';
import { toDatabaseTime } from './platform-time';

/** Each job of a service by name, with the schema of its payload. */
export type JobSchemas = Readonly<Record<string, z.ZodType>>;

/** When and how often a job runs; left out, at once and up to 25 times. */
export interface EnqueueOptions {
  /** Not before this moment of the platform; at once if absent. */
  readonly runAt?: Date;
  /** While a job with this key waits, another one replaces it instead of being added. */
  readonly jobKey?: string;
  /**
   * Where a job with this key waits already, its moment stays. For whoever looks again later by what he has seen: a job that somebody else
   * wants at once meanwhile is not put off. False if absent: the new moment holds.
   */
  readonly keepsMoment?: boolean;
  /** How often it is tried in all; the wait before try n+1 is e^min(n, 10) seconds. 25 if absent: about four days. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one at a time. Few names only: each is a row that is locked. */
  readonly queue?: string;
}

/** The jobs of a service, as use cases see them. */
export interface Jobs<Schemas extends JobSchemas> {
  readonly schemas: Schemas;
  /** Adds a job in the caller's transaction: it runs if, and only if, that commits. In a unit of work it is not waited for. Throws when the payload does not fit. */
  enqueue<Name extends keyof Schemas & string>(
    tx: JobSession,
    name: Name,
    payload: z.input<Schemas[Name]>,
    options?: EnqueueOptions,
  ): Promise<void>;
}

/** Declares the jobs of a service. Use cases enqueue through it; the handlers come with the runner. */
export function defineJobs<const Schemas extends JobSchemas>(schemas: Schemas): Jobs<Schemas> {
  return {
    schemas,
    async enqueue(tx, name, payload, { queue, runAt, maxAttempts, jobKey, keepsMoment } = {}) {
      schemas[name]?.parse(payload);
      const stored = JSON.stringify({ payload, traceparent: currentTraceparent(), dueAt: runAt });
      const due = runAt ? toDatabaseTime(runAt, systemClock) : null;
      const mode = keepsMoment ? 'preserve_run_at' : 'replace';
      await sendPrepared(tx, addJob, [name, stored, queue ?? null, due, maxAttempts ?? null, jobKey ?? null, mode]);
    },
  };
}

const addJob = {
  name: 'add job',
  text: 'select from graphile_worker.add_job($1, payload => $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6, job_key_mode => $7)',
};
