import { z } from 'zod';
import { defineJobs } from '@bindery/jobs';

/** What this service does by itself. */
export const identityJobs = defineJobs({ prune: z.object({}) });
