export { createJobRunner, type JobRunner, type JobRunnerDeps, type ScheduledJob } from './create-job-runner';
export { defineJobs, type EnqueueOptions, type Jobs, type JobSchemas } from './define-jobs';
export type { JobHandlers, JobRun } from './job-handlers';
export { migrateJobs } from './migrate-jobs';
