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
  /** Asks a provider to do something about what hangs on a card, once. */
  'send-act': z.object({ operationId }),
  /** Asks the provider how that stands. */
  'query-act': z.object({ operationId }),
  /** Has the mandates of a card go over to the one that took its place, and then takes the old one off. */
  'carry-mandates': z.object({ successorId: bindingId, predecessorId: bindingId }),
  /** Compares our view of a credential with the provider's. */
  'compare-with-provider': z.object({ bindingId }),
  /** Compares all that a provider has of ours, where it can list it. */
  'compare-list': z.object({ provider: z.string() }),
  /** Begins to compare the list of each provider. */
  'compare-lists': z.object({}),
  /** Tells the provider of holds it does not know of. */
  'reapply-holds': z.object({ bindingId }),
  /** Takes a card off that must not stay at the provider: its binding is over. */
  'remove-at-provider': z.object({ bindingId }),
  /** Finds what no job looks after any more, e.g. after a crash. */
  reconcile: z.object({ everything: z.boolean().default(false) }),
});
