export * from './create-job-runner';
export * from './define-jobs';
export { migrateJobs } from './migrate-jobs';
