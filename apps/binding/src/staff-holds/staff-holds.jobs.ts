import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';
import { staffHoldOwners } from './staff-hold.rules';

export const staffHoldsJobs = defineJobs({
  /** Lifts a hold of our own people, of which the provider could not be told at the time. */
  'lift-staff-hold': z.object({ bindingId: idField('binding'), owner: z.enum(staffHoldOwners) }),
});
