import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

const requestId = idField('operation');

/** Each of these may run twice, or after a crash: all of them look first. */
export const lenderJobs = defineJobs({
  /** Sends a request to its lender, once. */
  'send-lender-request': z.object({ requestId }),
  /** Asks the lender how a request stands. */
  'ask-lender-request': z.object({ requestId }),
});
