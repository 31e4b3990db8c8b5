import { defineJobs } from '@bindery/jobs';
import { z } from 'zod';

export const providerJobs = defineJobs({
  /** What the connection of a provider does after a commit; looks first, since it may come twice. */
  'work-of-style': z.object({ provider: z.string(), work: z.record(z.string(), z.string()) }),
});
