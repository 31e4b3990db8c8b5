import type { Metrics } from '@bindery/service';
import { Counter, Histogram } from 'prom-client';

export function createJobMetrics(registers: Metrics) {
  return {
    runs: new Counter({
      name: 'bindery_job_runs_total',
      help: 'tries of jobs, by outcome: done, retried or given-up',
      labelNames: ['job', 'outcome'] as const,
      registers: [registers],
    }),
    seconds: new Histogram({
      name: 'bindery_job_seconds',
      help: 'how long a try took',
      labelNames: ['job'] as const,
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers: [registers],
    }),
  };
}

export type JobMetrics = ReturnType<typeof createJobMetrics>;
