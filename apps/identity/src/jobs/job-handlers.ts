import type { JobHandlers } from '@bindery/jobs';
import type { Log } from '@bindery/service';
import type { Prune } from '../use-cases/prune';
import type { identityJobs } from './identity-jobs';

/** What is done for each job. */
export function createJobHandlers({
  prune,
  log,
}: {
  prune: Prune;
  log: Log;
}): JobHandlers<typeof identityJobs.schemas> {
  return { prune: async () => log.info({ pruned: await prune() }, 'pruned') };
}

/** In UTC, when few are about in China. */
export const jobSchedule = [{ name: 'prune', cron: '41 19 * * *' }] as const;
