import { z } from 'zod';
import { keyword, moment } from '../fields';

/*
 * The words of the card machine, repeated here rather than imported: a contract must not change because code did.
 * A test compares the two, so that neither drifts unseen.
 */
export const bindingPhases = [
  'VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING', 'DECLINED', 'REPLACED', 'RETIRED',
] as const;

export const bindingStatuses = ['ACTIVE', 'SUSPENDED', 'EXPIRED', ...bindingPhases.filter((phase) => phase !== 'BOUND')] as const;

export const holdOwners = ['HOLDER', 'DEVICE_LOST', 'PROVIDER', 'RISK', 'COMPLIANCE', 'VALIDITY', 'DOCUMENT', 'ACCOUNT', 'DISPUTE'] as const;

export const syncStates = ['IN_SYNC', 'PENDING', 'UNKNOWN', 'DIVERGED'] as const;

export const phase = z.enum(bindingPhases);

export const status = z.enum(bindingStatuses);

export const hold = z.object({
  owner: z.enum(holdOwners).describe('who put it and alone may lift it'),
  reason: keyword('why'),
  since: moment('when it was put'),
});

export const sync = z.object({
  state: z.enum(syncStates).describe('how our view and that of the provider relate'),
  operation: keyword('the operation that is under way or unclear, e.g. UNBIND').optional(),
  desired: keyword('what it should be at the provider, if DIVERGED').optional(),
  observed: keyword('what it is at the provider, if DIVERGED').optional(),
});
