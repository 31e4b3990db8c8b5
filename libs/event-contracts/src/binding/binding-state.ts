import { z } from 'zod';
import { id, keyword, line, moment } from '../fields';

/*
 * The words of the card machine, repeated here rather than imported: a contract must not change because code did.
 * A test compares the two, so that neither drifts unseen.
 */
export const bindingPhases = [
  'VERIFYING',
  'IN_REVIEW',
  'BINDING',
  'AWAITING_ACTIVATION',
  'BOUND',
  'UNBINDING',
  'UNBOUND',
  'RESTORING',
  'DECLINED',
  'REPLACED',
  'RETIRED',
] as const;

/** BOUND remains where nothing holds the card but the view of the provider is in doubt. */
export const bindingStatuses = ['ACTIVE', 'SUSPENDED', 'EXPIRED', ...bindingPhases] as const;

export const holdOwners = [
  'HOLDER',
  'DEVICE_LOST',
  'PROVIDER',
  'RISK',
  'COMPLIANCE',
  'VALIDITY',
  'DOCUMENT',
  'ACCOUNT',
  'DISPUTE',
] as const;

export const syncStates = ['IN_SYNC', 'PENDING', 'UNKNOWN', 'DIVERGED'] as const;

export const phase = z.enum(bindingPhases);

export const status = z.enum(bindingStatuses);

export const hold = z.object({
  owner: z.enum(holdOwners).describe('who put it and alone may lift it'),
  reason: keyword('why'),
  since: moment('when it was put'),
});

const divergence = {
  desired: line(64, 'what the card should be at the provider, e.g. ABSENT'),
  observed: line(64, 'what it is at the provider, e.g. ACTIVE'),
};

const operation = z.object({
  id: id('operation', 'the operation, by which the provider knows it too'),
  kind: keyword('what was asked for, e.g. UNBIND'),
  deadline: moment('when it becomes a case if there is no answer'),
  lifts: z
    .object({ owner: z.enum(holdOwners).describe('owner of the hold'), reason: keyword('its reason') })
    .describe('the hold that goes when it is confirmed')
    .optional(),
  revokes: z.literal(true).describe('an unbind without fee or way back, after an upheld dispute').optional(),
  reinstates: z.literal(true).describe('a restore that pays the fee back, after an upheld dispute').optional(),
  doubt: z.object(divergence).describe('what was unsettled when it was sent').optional(),
});

export const sync = z.object({
  state: z.enum(syncStates).describe('how our view and that of the provider relate'),
  operation: operation.describe('the operation whose answer is awaited').optional(),
  desired: divergence.desired.optional(),
  observed: divergence.observed.optional(),
});
