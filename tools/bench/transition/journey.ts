import { newId } from '@bindery/kernel';
import type { BindingState, Trigger } from '@bindery/card-lifecycle';

/** What each operation is known by; all made once, as a service does before it sends. */
const ids = {
  bind: newId('operation'),
  unbind: newId('operation'),
  suspend: newId('operation'),
  resume: newId('operation'),
  restore: newId('operation'),
};

const deadline = '2026-01-01T00:05:00Z';
const at = '2026-01-01T00:00:00Z';

/** How a card comes to be bound: sent once, before anything is timed. */
export const prelude = [
  {
    type: 'StartBinding',
    actor: 'HOLDER',
    invited: false,
    accountInGoodStanding: true,
    consentRecorded: true,
    slotFree: true,
    withinProviderLimit: true,
  },
  {
    type: 'RequirementsMet',
    actor: 'HOLDER',
    proofsFresh: true,
    proofsUnused: true,
    proofsForThisBinding: true,
    consentRecorded: true,
    reviewDeadline: null,
    operation: { id: ids.bind, kind: 'BIND', deadline },
  },
  { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId: ids.bind, operationKind: 'BIND' },
] as const satisfies readonly Trigger[];

const unbind = {
  type: 'RequestUnbind',
  actor: 'HOLDER',
  at,
  opensDoors: false,
  planFresh: true,
  planMatches: true,
  blockersCleared: true,
  feeAccepted: true,
  proofFresh: true,
  proofUnused: true,
  proofForThisPlan: true,
  holderProof: true,
  operation: { id: ids.unbind, kind: 'UNBIND', deadline },
} as const satisfies Trigger;

/** From BOUND round to BOUND: suspended and resumed at the provider, a risk hold, a refused and a confirmed unbinding, a restore. */
export const cycle = [
  {
    type: 'AddHold',
    actor: 'HOLDER',
    hold: { owner: 'HOLDER', reason: 'FROZEN', since: at },
    operation: { id: ids.suspend, kind: 'SUSPEND', deadline },
  },
  { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId: ids.suspend, operationKind: 'SUSPEND' },
  {
    type: 'LiftHold',
    actor: 'HOLDER',
    owner: 'HOLDER',
    reason: 'FROZEN',
    operation: { id: ids.resume, kind: 'RESUME', deadline },
  },
  { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId: ids.resume, operationKind: 'RESUME' },
  { type: 'AddHold', actor: 'RISK', hold: { owner: 'RISK', reason: 'VELOCITY', since: at } },
  unbind,
  {
    type: 'ProviderRefused',
    actor: 'PROVIDER',
    operationId: ids.unbind,
    operationKind: 'UNBIND',
    definitive: true,
    stillThere: true,
    cause: 'MANDATE_OPEN',
  },
  { type: 'LiftHold', actor: 'RISK', owner: 'RISK', reason: 'VELOCITY' },
  unbind,
  { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId: ids.unbind, operationKind: 'UNBIND' },
  {
    type: 'RequestRestore',
    actor: 'HOLDER',
    withinWindow: true,
    policyAllows: true,
    slotFree: true,
    proofFresh: true,
    proofUnused: true,
    proofForThisRestore: true,
    operation: { id: ids.restore, kind: 'RESTORE', deadline },
  },
  { type: 'ProviderConfirmed', actor: 'PROVIDER', operationId: ids.restore, operationKind: 'RESTORE' },
] as const satisfies readonly Trigger[];

/** What two engines must agree on after each event. */
export function fingerprint({ phase, holds, sync }: Omit<BindingState, 'phase'> & { readonly phase: unknown }): string {
  const operation = sync.state === 'IN_SYNC' ? '' : (sync.operation?.id ?? '');
  return `${String(phase)} ${holds.map(({ owner, reason }) => `${owner}:${reason}`).join()} ${sync.state} ${operation}`;
}
