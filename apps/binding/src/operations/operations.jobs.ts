import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

const bindingId = idField('binding');
const operationId = idField('operation');

/** Each of these may run twice, or after a crash: all of them look first. */
export const operationJobs = defineJobs({
  /** Sends a request to its provider, once. */
  'send-operation': z.object({ operationId }),
  /** Asks the provider how a request stands. */
  'query-operation': z.object({ operationId }),
  /** Compares our view of a credential with the provider's. */
  'compare-with-provider': z.object({ bindingId }),
  /** Tells the provider of holds it does not know of. */
  'reapply-holds': z.object({ bindingId }),
  /** Takes a card off that must not stay at the provider: its binding is over. */
  'remove-at-provider': z.object({ bindingId }),
  /** Finds what no job looks after any more, e.g. after a crash. */
  reconcile: z.object({ everything: z.boolean().default(false) }),
});
