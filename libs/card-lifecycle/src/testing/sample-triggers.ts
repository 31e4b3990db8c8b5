import { newId } from '@bindery/kernel';
import type { Actor } from '../actors';
import type { BindingState } from '../state';
import type { TriggerOf, TriggerType } from '../triggers/trigger';
import { at, hold, operation, operationNamed } from './sample-states';

type Facts<Type extends TriggerType> = Omit<TriggerOf<Type>, 'type' | 'actor'>;

export const successorId = newId('binding');

const proofs = { proofFresh: true, proofUnused: true };

/** Facts that let every trigger through, wherever its phase and actor do. */
const favourable: { readonly [Type in TriggerType]: Facts<Type> } = {
  StartBinding: {
    invited: true,
    accountInGoodStanding: true,
    consentRecorded: true,
    slotFree: true,
    withinProviderLimit: true,
  },
  RequirementsMet: {
    proofsFresh: true,
    proofsUnused: true,
    proofsForThisBinding: true,
    consentRecorded: true,
    reviewDeadline: null,
    operation: operation('BIND'),
  },
  Approve: {
    reviewerIsHolder: false,
    highRisk: true,
    reviewers: 2,
    consentRecorded: true,
    operation: operation('BIND'),
  },
  AskForMore: { roundsLeft: 1, reasons: ['PHOTO_BLURRED'] },
  Refuse: {},
  Cancel: {},
  Lapse: { deadlinePassed: true, disputeOpen: false, retentionDuty: false },
  ProviderConfirmed: { operationId: operationNamed('none'), operationKind: 'BIND' },
  ProviderWantsActivation: {
    operationId: operationNamed('none'),
    activation: operation('ACTIVATE'),
    methods: ['ISSUER_CODE'],
  },
  ProviderRefused: {
    operationId: operationNamed('none'),
    operationKind: 'BIND',
    definitive: true,
    stillThere: true,
    cause: 'PROVIDER_DECLINED',
  },
  AddHold: { hold: hold('HOLDER', 'FROZEN') },
  LiftHold: { owner: 'HOLDER', reason: 'FROZEN' },
  RequestUnbind: {
    at,
    opensDoors: true,
    planFresh: true,
    planMatches: true,
    blockersCleared: true,
    feeAccepted: true,
    ...proofs,
    proofForThisPlan: true,
    holderProof: true,
    operation: operation('UNBIND'),
  },
  ProviderSaysAbsent: { operationId: operationNamed('none') },
  RemovedElsewhere: { confirmedByQuery: true },
  RequestRestore: {
    withinWindow: true,
    policyAllows: true,
    slotFree: true,
    ...proofs,
    proofForThisRestore: true,
    operation: operation('RESTORE'),
  },
  Reinstate: {
    withinWindow: true,
    policyAllows: true,
    slotFree: true,
    ...proofs,
    proofForThisRestore: true,
    disputeUpheld: true,
    proofNotFromDisputedAct: true,
    operation: operation('RESTORE'),
  },
  SuccessorBound: { successorId, successorIsBound: true, lineageStaysAcyclic: true },
  CardUpdated: {},
  Revoke: { at, disputeUpheld: true, operation: operation('UNBIND') },
  SyncChanged: { sync: { state: 'DIVERGED', desired: 'ACTIVE', observed: 'SUSPENDED' }, queried: true, overdue: false },
};

/** A trigger with favourable facts, but for those given. */
export function trigger<Type extends TriggerType>(
  type: Type,
  actor: Actor,
  facts: Partial<Facts<Type>> = {},
): TriggerOf<Type> {
  return { type, actor, ...favourable[type], ...facts } as unknown as TriggerOf<Type>;
}

/** The same, and if it is a provider's message, then about the operation that is open in this state. */
export function fittingTrigger<Type extends TriggerType>(
  state: BindingState | null,
  type: Type,
  actor: Actor,
  facts: Partial<Facts<Type>> = {},
): TriggerOf<Type> {
  const open = state?.sync.operation;
  const about =
    open === undefined || !('operationId' in favourable[type])
      ? {}
      : { operationId: open.id, operationKind: open.kind };
  return trigger(type, actor, { ...about, ...facts } as Partial<Facts<Type>>);
}

/** The actor each trigger comes from first. */
export const naturalActor: Record<TriggerType, Actor> = {
  StartBinding: 'HOLDER',
  RequirementsMet: 'HOLDER',
  Approve: 'REVIEWER',
  AskForMore: 'REVIEWER',
  Refuse: 'REVIEWER',
  Cancel: 'HOLDER',
  Lapse: 'SYSTEM',
  ProviderConfirmed: 'PROVIDER',
  ProviderWantsActivation: 'PROVIDER',
  ProviderRefused: 'PROVIDER',
  AddHold: 'HOLDER',
  LiftHold: 'HOLDER',
  RequestUnbind: 'HOLDER',
  ProviderSaysAbsent: 'PROVIDER',
  RemovedElsewhere: 'PROVIDER',
  RequestRestore: 'HOLDER',
  Reinstate: 'SYSTEM',
  SuccessorBound: 'SYSTEM',
  Revoke: 'SYSTEM',
  CardUpdated: 'PROVIDER',
  SyncChanged: 'SYSTEM',
};
