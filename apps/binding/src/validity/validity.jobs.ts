import { defineJobs } from '@bindery/jobs';
import { z } from 'zod';

export const validityJobs = defineJobs({
  /** Looks for cards that expire soon, have expired, or were renewed. */
  'scan-card-validity': z.object({}),
});
