import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const successionJobs = defineJobs({
  /** Gives the place of a binding to the one that was bound for it. */
  succeed: z.object({ successorId: idField('binding') }),
});
