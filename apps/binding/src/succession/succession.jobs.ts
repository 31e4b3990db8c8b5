import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const successionJobs = defineJobs({
  /** Gives the place of a binding to the one that was bound for it. */
  succeed: z.object({ successorId: idField('binding') }),
  /** The day has come by which a card was to be entered on its new device. */
  'lapse-wanted-card': z.object({ predecessorId: idField('binding') }),
});
