import { z } from 'zod';
import { defineJobs } from '@bindery/jobs';

const bindingId = z.string();
const operationId = z.string();

/** Everything this service does later or again. Each job may run twice, or after a crash: all of them look first. */
export const bindingJobs = defineJobs({
  /** Sends a request to its provider, once. */
  'send-operation': z.object({ operationId }),
  /** Asks the provider how a request stands. */
  'query-operation': z.object({ operationId }),
  /** A deadline of a phase has come. */
  'lapse-binding': z.object({ bindingId }),
  /** Compares our view of a credential with the provider's. */
  'compare-with-provider': z.object({ bindingId }),
  /** Tells the provider of holds it does not know of. */
  'reapply-holds': z.object({ bindingId }),
  /** Takes a card off that must not stay at the provider: its binding is over. */
  'remove-at-provider': z.object({ bindingId }),
  /** The end that an account's lock had from its beginning has come. */
  'end-account-lock': z.object({ accountId: z.string() }),
  /** Finds what no job looks after any more, e.g. after a crash. */
  reconcile: z.object({ everything: z.boolean().default(false) }),
  /** Deletes what is past its time. */
  prune: z.object({}),
});

export type BindingJobs = typeof bindingJobs;
