export { createJobRunner, type JobRunner, type JobRunnerDeps, type ScheduledJob } from './create-job-runner';
export { defineJobs, type EnqueueOptions, type Jobs, type JobSchemas } from './define-jobs';
export { idField } from './id-field';
export type { JobHandlers, JobRun } from './job-handlers';
export { handleJobs, mergeJobParts, type JobPart } from './job-part';
export { migrateJobs } from './migrate-jobs';
