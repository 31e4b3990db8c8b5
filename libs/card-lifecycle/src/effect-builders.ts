import type { Effect } from './effects';
import { decideHealing } from './healing';
import { hasOwnHolds } from './holds';
import { isUsable, type BindingState } from './state';
import type { Actor } from './actors';
import type { Trigger, TriggerOf } from './triggers/trigger';

/** A consequence of a row by name: its text for the documents, and what it asks of the caller, if anything this time. */
interface EffectBuilder<Facts> {
  readonly text: string;
  readonly build: (facts: Facts, from: BindingState | null, to: BindingState) => Effect | undefined;
}

function effect<Facts>(text: string, build: EffectBuilder<Facts>['build']): EffectBuilder<Facts> {
  return { text, build };
}

/** One that always follows and carries nothing: made once. */
function always(text: string, consequence: Effect): EffectBuilder<object> {
  return { text, build: () => consequence };
}

const moveDefaultAway: Effect = { type: 'MoveDefaultAway' };
const makeDefaultIfFirst: Effect = { type: 'MakeDefaultIfFirst' };
const returnDefault: Effect = { type: 'ReturnDefault' };
const useUpProofs: Effect = { type: 'UseUpProofs' };
const chargeFee: Effect = { type: 'ChargeFee' };
const startRestoreWindow: Effect = { type: 'StartRestoreWindow' };
const refundFee: Effect = { type: 'RefundFee' };
const reapplyHolds: Effect = { type: 'ReapplyHolds' };
const openCaseRefused: Effect = { type: 'OpenCase', about: 'REFUSED' };
const queryCard: Effect = { type: 'QueryProvider' };

const operationOf = (state: BindingState | null) => state && state.sync.operation;
const becomesUsable = (from: BindingState | null, to: BindingState) => isUsable(to) && !(from && isUsable(from));

export const effectBuilders = {
  ListRequirements: always('requirements listed', { type: 'ListRequirements' }),
  UseUpProofs: always('proofs used up', useUpProofs),
  UseUpUnbindProof: effect('proof used up', (t: { actor: Actor }) =>
    t.actor === 'RISK' || t.actor === 'COMPLIANCE' ? undefined : useUpProofs,
  ),
  SendOperation: effect('operation sent', (_: object, from, to) => {
    if (to.sync.state !== 'PENDING') return undefined;
    const { operation } = to.sync;
    const isSent = from?.sync.state === 'PENDING' && from.sync.operation.id === operation.id;
    return isSent || operation.kind === 'ACTIVATE' ? undefined : { type: 'SendOperation', operation };
  }),
  ShowReviewDeadline: effect('deadline shown', (t: { reviewDeadline: string | null }) =>
    t.reviewDeadline === null ? undefined : { type: 'ShowDeadline', deadline: t.reviewDeadline },
  ),
  ShowActivationDeadline: effect('deadline shown', (t: TriggerOf<'ProviderWantsActivation'>) => ({
    type: 'ShowDeadline',
    deadline: t.activation.deadline,
  })),
  ListActivationMethods: effect('methods listed', (t: TriggerOf<'ProviderWantsActivation'>) => ({
    type: 'ListActivationMethods',
    methods: t.methods,
  })),
  ListReasons: effect('reasons with remedies', (t: { reasons: readonly string[] }) => ({
    type: 'ListRemedies',
    causes: t.reasons,
  })),
  ListRemedies: effect('cause with remedies', (t: { cause: string }) => ({ type: 'ListRemedies', causes: [t.cause] })),
  OfferRebind: always('remedy: rebind', { type: 'OfferRebind' }),

  MakeDefaultIfFirst: effect('first usable payment method becomes default', (_: object, from, to) =>
    becomesUsable(from, to) ? makeDefaultIfFirst : undefined,
  ),
  MoveDefaultAway: effect('default moved, if it was usable', (_: object, from, to) =>
    from && isUsable(from) && !isUsable(to) ? moveDefaultAway : undefined,
  ),
  ReturnDefault: effect('default returned, once usable', (_: object, from, to) =>
    becomesUsable(from, to) ? returnDefault : undefined,
  ),

  RemoveAtProvider: always('removed at the provider: no orphan', { type: 'RemoveAtProvider' }),
  ReapplyHolds: effect('holds told to the provider that does not know them', (_: object, from, to) =>
    hasOwnHolds(to.holds) && operationOf(from)?.kind !== 'SUSPEND' ? reapplyHolds : undefined,
  ),
  QueryProvider: effect('UNKNOWN: query', (_: object, __, to) =>
    to.sync.state === 'UNKNOWN' ? { type: 'QueryProvider', operation: to.sync.operation } : undefined,
  ),
  QueryIfInDoubt: effect('query, if in doubt since before', (_: object, __, to) =>
    to.sync.state === 'DIVERGED' ? queryCard : undefined,
  ),
  HealDivergence: effect('DIVERGED: heal, never loosening', (_: object, __, to) => {
    const how = to.sync.state === 'DIVERGED' ? decideHealing(to.sync) : 'CASE';
    return how === 'CASE' ? undefined : { type: 'HealDivergence', how };
  }),
  OpenCaseIfUnhealable: effect('or a case', (_: object, __, to) =>
    to.sync.state === 'DIVERGED' && decideHealing(to.sync) === 'CASE'
      ? { type: 'OpenCase', about: 'DIVERGED' }
      : undefined,
  ),
  OpenCaseIfOverdue: effect('a case, if overdue', (t: { overdue: boolean }, _, to) =>
    t.overdue && to.sync.state === 'UNKNOWN' ? { type: 'OpenCase', about: 'OVERDUE' } : undefined,
  ),
  OpenCaseIfNotSuspended: effect(
    'a case, if the provider will not suspend',
    (t: TriggerOf<'ProviderRefused'>, _, to) =>
      t.operationKind === 'SUSPEND' && to.sync.state === 'DIVERGED' ? openCaseRefused : undefined,
  ),
  OpenCaseIfNotRevoked: effect('a case, if revoked', (_: object, from) =>
    operationOf(from)?.revokes ? openCaseRefused : undefined,
  ),

  TakeSnapshot: always('snapshot for a return', { type: 'TakeSnapshot' }),
  StartRestoreWindow: always('restore clock starts', startRestoreWindow),
  StartRestoreWindowUnlessRevoked: effect('restore clock starts, unless revoked', (_: object, from) =>
    operationOf(from)?.revokes ? undefined : startRestoreWindow,
  ),
  ChargeFee: effect('fee charged once, never above the plan, unless revoked', (_: object, from) =>
    operationOf(from)?.revokes ? undefined : chargeFee,
  ),
  IssueReceipt: always('receipt', { type: 'IssueReceipt' }),
  AskWasThisYou: always('"was this you?"', { type: 'AskWasThisYou' }),
  RefundFeeIfReinstated: effect('fee refunded, if reinstated', (_: object, from) =>
    operationOf(from)?.reinstates ? refundFee : undefined,
  ),
  PurgeSecrets: always('secrets purged, history kept', { type: 'PurgeSecrets' }),
  HandOverToSuccessor: effect(
    'default, limits, mandates and holds move; lineage kept',
    (t: TriggerOf<'SuccessorBound'>, from) => ({
      type: 'HandOverToSuccessor',
      successorId: t.successorId,
      holds: (from?.holds ?? []).filter(({ owner }) => owner !== 'VALIDITY' && owner !== 'DEVICE_LOST'),
    }),
  ),
} as const;

export type EffectName = keyof typeof effectBuilders;

type FactsOf<B> = B extends EffectBuilder<infer Facts> ? Facts : never;

/** The effects whose facts every such trigger carries. */
export type EffectFor<T extends Trigger> = {
  [Name in EffectName]: T extends FactsOf<(typeof effectBuilders)[Name]> ? Name : never;
}[EffectName];
