import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const exportJobs = defineJobs({
  /** A file that was asked for is written, from where it stopped. */
  'write-usage-export': z.object({ exportId: idField('usage_export') }),
});
