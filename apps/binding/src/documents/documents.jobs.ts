import { defineJobs } from '@bindery/jobs';
import { z } from 'zod';

export const documentJobs = defineJobs({
  /** Looks for documents that expire soon, have expired, or were renewed. */
  'scan-documents': z.object({}),
});
