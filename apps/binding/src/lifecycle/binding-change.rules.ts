import type { Id } from '@bindery/kernel';
import type { Actor, BindingState, Phase, TriggerType } from '@bindery/card-lifecycle';
import { isLapse } from '@bindery/localisation';

/** What a transition means to the world: the middle of the event's type, `bindery.binding.<fact>.v1`. */
export const bindingFacts = [
  'started',
  'requirements-met',
  'review-requested',
  'approved',
  'more-asked',
  'declined',
  'cancelled',
  'lapsed',
  'bound',
  'activation-awaited',
  'bind-refused',
  'held',
  'hold-lifted',
  'unbind-requested',
  'unbound',
  'unbind-refused',
  'removed-elsewhere',
  'restore-requested',
  'reinstated',
  'restored',
  'restore-refused',
  'retired',
  'replaced',
  'revoked',
  'sync-changed',
  'card-updated',
] as const;
export type BindingFact = (typeof bindingFacts)[number];

/** By which way a trigger came. */
export const channels = [
  'WALLET_APP',
  'PROVIDER_WEBHOOK',
  'PROVIDER_ANSWER',
  'PROVIDER_QUERY',
  'ACCOUNT_EVENT',
  'REVIEW',
  'STAFF',
  'TIMER',
  'RECONCILIATION',
] as const;
export type Channel = (typeof channels)[number];

/** The record of one transition (requirement 38, invariant 12): who, by which way, why, when, and the state after. */
export interface BindingChange {
  readonly id: Id<'change'>;
  readonly bindingId: Id<'binding'>;
  readonly cardId: Id<'card'>;
  readonly version: number;
  readonly at: Date;
  readonly actor: Actor;
  readonly channel: Channel;
  readonly trigger: TriggerType;
  readonly fact: BindingFact;
  readonly reason: string | null;
  readonly from: Phase | null;
  readonly to: Phase;
  readonly state: BindingState;
}

/** What happens with a binding and is no step of it: it has no version and no event of the binding. */
export const notedFacts = ['fee-refunded', 'case-opened', 'case-overdue', 'case-closed'] as const;
export type NotedFact = (typeof notedFacts)[number];

/** How each of these stands in the record: what was done, and by which way it comes where nothing else is said. */
export const notes = {
  'fee-refunded': { trigger: 'RefundFee', channel: 'REVIEW' },
  'case-opened': { trigger: 'OpenCase', channel: 'RECONCILIATION' },
  'case-overdue': { trigger: 'MissAnswer', channel: 'TIMER' },
  'case-closed': { trigger: 'CloseCase', channel: 'STAFF' },
} as const satisfies Record<NotedFact, { readonly trigger: string; readonly channel: Channel }>;
export type NoteTrigger = (typeof notes)[NotedFact]['trigger'];

/** One of them; by our service where nothing else is said. */
export interface BindingNote {
  readonly fact: NotedFact;
  readonly reason: string;
  readonly at: Date;
  readonly by?: Partial<Pick<BindingChange, 'actor' | 'channel'>>;
}

/** What a card's history tells of. */
export const toldFacts = [...bindingFacts, ...notedFacts] as const;
export type ToldFact = (typeof toldFacts)[number];

/** A step of a binding, or what is none. */
export interface CardEntry extends Omit<BindingChange, 'version' | 'fact' | 'trigger'> {
  /** Null where it is no step. */
  readonly version: number | null;
  readonly fact: ToldFact;
  /** The trigger of the step; else what was done. */
  readonly trigger: TriggerType | NoteTrigger;
}

/** Which changes are asked for; what is left out lets all through. */
export interface ChangeFilter {
  readonly from?: Date;
  /** The first moment that is out. */
  readonly until?: Date;
  readonly facts?: readonly ToldFact[];
}

interface Step {
  readonly trigger: TriggerType;
  readonly from: BindingState | null;
  readonly to: BindingState;
  /** Why a provider said no. */
  readonly cause?: string;
}

/** The fact that a step is. Exactly one for each step of the machine. */
export function factOf({ trigger, from, to, cause }: Step): BindingFact {
  switch (trigger) {
    case 'StartBinding':
      return 'started';
    case 'RequirementsMet':
      return to.phase === 'IN_REVIEW' ? 'review-requested' : 'requirements-met';
    case 'Approve':
      return 'approved';
    case 'AskForMore':
      return 'more-asked';
    case 'Refuse':
      return 'declined';
    case 'Cancel':
      return 'cancelled';
    case 'Lapse':
      return to.phase === 'RETIRED' ? 'retired' : 'lapsed';
    case 'ProviderConfirmed':
    case 'ProviderSaysAbsent':
      return confirmedFact(from, to);
    case 'ProviderRefused':
      return refusedFact(from, cause);
    case 'ProviderWantsActivation':
      return 'activation-awaited';
    case 'AddHold':
      return 'held';
    case 'LiftHold':
      return liftsHold(from, to) ? 'hold-lifted' : 'sync-changed';
    case 'RequestUnbind':
      return 'unbind-requested';
    case 'RemovedElsewhere':
      return 'removed-elsewhere';
    case 'RequestRestore':
      return 'restore-requested';
    case 'Reinstate':
      return 'reinstated';
    case 'SuccessorBound':
      return 'replaced';
    case 'Revoke':
      return 'revoked';
    case 'SyncChanged':
      return 'sync-changed';
    case 'CardUpdated':
      return 'card-updated';
  }
}

function confirmedFact(from: BindingState | null, to: BindingState): BindingFact {
  if (to.phase === 'UNBOUND') return 'unbound';
  if (from?.phase === 'RESTORING') return 'restored';
  if (from?.phase !== 'BOUND') return 'bound';
  return liftsHold(from, to) ? 'hold-lifted' : 'sync-changed';
}

/** A bind that its holder did not finish in time has lapsed, whoever says so first: its provider, or our own deadline. */
function refusedFact(from: BindingState | null, cause = ''): BindingFact {
  if (from?.phase === 'UNBINDING') return 'unbind-refused';
  if (from?.phase === 'RESTORING') return 'restore-refused';
  if (from?.phase === 'BOUND') return 'sync-changed';
  return isLapse(cause) ? 'lapsed' : 'bind-refused';
}

/** Lifting may wait for the provider: then nothing is lifted yet. */
const liftsHold = (from: BindingState | null, to: BindingState) => to.holds.length < (from?.holds.length ?? 0);
