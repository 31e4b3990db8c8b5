import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const lostJobs = defineJobs({
  /** Lifts the hold of something that was found, of which the provider could not be told at the time. */
  'lift-found': z.object({ bindingId: idField('binding') }),
});
