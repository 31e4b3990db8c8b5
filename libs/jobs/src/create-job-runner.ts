import type { Log, Metrics } from '@bindery/observability';
import type { z } from 'zod';
import type { JobSchemas, Jobs } from './define-jobs';

export interface JobRun {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Fires when the process is asked to stop: a long job should give up, it comes again. */
  readonly signal: AbortSignal;
}

export type JobHandlers<Schemas extends JobSchemas> = {
  /** What it throws is logged and the job comes again later, up to its maximum of attempts. */
  readonly [Name in keyof Schemas]: (payload: z.output<Schemas[Name]>, run: JobRun) => Promise<void>;
};

export interface ScheduledJob<Schemas extends JobSchemas> {
  readonly name: keyof Schemas & string;
  /** Five fields in UTC: minute hour day month weekday. */
  readonly cron: string;
}

export interface JobRunnerDeps<Schemas extends JobSchemas> {
  /** The service's own database. */
  readonly databaseUrl: string;
  readonly jobs: Jobs<Schemas>;
  readonly handlers: JobHandlers<Schemas>;
  /** How many run at once in this process. */
  readonly concurrency: number;
  readonly schedule?: readonly ScheduledJob<Schemas>[];
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface JobRunner {
  start(): Promise<void>;
  /** Takes no more jobs and waits for those that run. */
  stop(): Promise<void>;
}

export function createJobRunner<Schemas extends JobSchemas>(deps: JobRunnerDeps<Schemas>): JobRunner {
  throw new Error(`not built yet ${deps.databaseUrl}`);
}
