import type { z } from 'zod';
import type { JobSession } from './job-session';

/** Each job of a service by name, with the schema of its payload. */
export type JobSchemas = Readonly<Record<string, z.ZodType>>;

export interface EnqueueOptions {
  /** Not before; at once if absent. */
  readonly runAt?: Date;
  /** While a job with this key waits, another one replaces it instead of being added. */
  readonly jobKey?: string;
  /** How often it is tried in all. 25 if absent: about three days with the library's backoff of e^attempt seconds. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one at a time. */
  readonly queue?: string;
}

export interface Jobs<Schemas extends JobSchemas> {
  readonly schemas: Schemas;
  /** Adds a job in the caller's transaction: it runs if, and only if, that commits. Throws when the payload does not fit. */
  enqueue<Name extends keyof Schemas & string>(
    tx: JobSession,
    name: Name,
    payload: z.input<Schemas[Name]>,
    options?: EnqueueOptions,
  ): Promise<void>;
}

export function defineJobs<const Schemas extends JobSchemas>(schemas: Schemas): Jobs<Schemas> {
  return {
    schemas,
    async enqueue(tx, name, payload, options = {}) {
      schemas[name]?.parse(payload);
      await tx.query(addJob, [name, JSON.stringify(payload), options.queue ?? null, options.runAt ?? null, options.maxAttempts ?? null, options.jobKey ?? null]);
    },
  };
}

const addJob =
  'select graphile_worker.add_job($1, payload => $2::json, queue_name => $3, run_at => $4, max_attempts => $5, job_key => $6)';
