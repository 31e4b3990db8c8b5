/** Creates or updates the tables of the job library as the owner, and lets the app user add and run jobs. Safe to repeat. */
export function migrateJobs(ownerUrl: string, appUser: string): Promise<void> {
  return Promise.reject(new Error(`not built yet ${ownerUrl} ${appUser}`));
}
