import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

/** Each of these may run twice, or late: both look first. */
export const disputeJobs = defineJobs({
  /** A deadline has come: of the decision, or of the holder's proof. */
  'dispute-deadline': z.object({ disputeId: idField('dispute') }),
  /** What a decision means for the card could not be done while its provider was busy with it. */
  'settle-dispute': z.object({ disputeId: idField('dispute') }),
});
