import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const lifecycleJobs = defineJobs({
  /** A deadline of a phase has come. */
  'lapse-binding': z.object({ bindingId: idField('binding') }),
});
