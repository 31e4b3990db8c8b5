import type { z } from 'zod';
import type { JobSchemas } from './define-jobs';

/** One try of a job. */
export interface JobRun {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Fires some seconds after the process was asked to stop: a long job should give up then, it comes again. */
  readonly signal: AbortSignal;
}

/**
 * What each job does. It runs at least once, and again whenever it throws or its process dies, up to its maximum
 * of attempts: so its effects carry keys of their own.
 */
export type JobHandlers<Schemas extends JobSchemas> = {
  readonly [Name in keyof Schemas]: (payload: z.output<Schemas[Name]>, run: JobRun) => Promise<void>;
};
