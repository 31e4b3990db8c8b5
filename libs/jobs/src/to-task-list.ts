import { withTrace, type Log } from '@bindery/service';
import type { JobHelpers, TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { BusyJobs } from './busy-jobs';
import type { Jobs, JobSchemas } from './define-jobs';
import type { JobHandlers, JobRun } from './job-handlers';
import type { JobMetrics } from './job-metrics';

const stored = z.object({ payload: z.unknown(), traceparent: z.string().optional() });

interface TaskDeps<Schemas extends JobSchemas> {
  readonly jobs: Pick<Jobs<Schemas>, 'schemas'>;
  readonly handlers: JobHandlers<Schemas>;
  readonly busy: BusyJobs;
  readonly log: Log;
  readonly metrics: JobMetrics;
}

/** The handlers as the library wants them: payload checked, trace taken up again, each try logged and counted. */
export function toTaskList<Schemas extends JobSchemas>({
  jobs,
  handlers,
  busy,
  log,
  metrics,
}: TaskDeps<Schemas>): TaskList {
  const runJob = async (name: keyof Schemas & string, json: unknown, run: JobRun) => {
    busy.begin(run.jobId);
    const end = metrics.seconds.startTimer({ job: name });
    try {
      const { payload } = stored.parse(json);
      // Parsed by the schema of this very name, so it is what the handler of this name takes.
      const checked = jobs.schemas[name]?.parse(payload) as z.output<Schemas[typeof name]>;
      await handlers[name](checked, run);
      metrics.runs.inc({ job: name, outcome: 'done' });
    } catch (error) {
      const last = run.attempt >= run.maxAttempts;
      metrics.runs.inc({ job: name, outcome: last ? 'given-up' : 'retried' });
      log[last ? 'error' : 'warn'](
        { err: error, job: name, jobId: run.jobId, attempt: run.attempt, maxAttempts: run.maxAttempts },
        'job failed',
      );
      throw error;
    } finally {
      end();
      busy.end(run.jobId);
    }
  };
  const toTask = (name: keyof Schemas & string) => (json: unknown, helpers: JobHelpers) =>
    withTrace(stored.safeParse(json).data?.traceparent, () => runJob(name, json, toRun(helpers)));
  return Object.fromEntries(Object.keys(jobs.schemas).map((name) => [name, toTask(name)]));
}

const toRun = ({ job, abortSignal }: JobHelpers): JobRun => ({
  jobId: job.id,
  attempt: job.attempts,
  maxAttempts: job.max_attempts,
  signal: abortSignal ?? new AbortController().signal,
});
