import { openOperation, statusOf, voicesOf, type BindingState } from '@bindery/card-lifecycle';
import { toRemedyType } from '@bindery/subgraph';
import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Binding } from '../lifecycle/binding.rules';
import { nextSteps, type NextStep } from '../next-steps/next-steps.rules';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { Receipt } from '../unbind/receipt.rules';
import type { SentOperation } from '../use-cases/sent-operation';
import { say } from './cards.words';
import {
  BindingReceiptType,
  BindingType,
  type BindingHoldType,
  type BindingOperationType,
  type BindingNextStepType,
  type BindingSyncType,
} from './binding.type';

export function toBindingType(binding: Binding, profile: ProviderProfile, now: Date): BindingType {
  const {
    id,
    cardId,
    state,
    deviceId,
    credentialReference,
    startedAt,
    boundAt,
    unboundAt,
    previousBindingId,
    receiptId,
  } = binding;
  return Object.assign(new BindingType(), {
    id,
    cardId,
    status: statusOf(state),
    phase: state.phase,
    holds: state.holds.map(toHold),
    sync: toSync(state),
    device: { id: deviceId },
    credentialReference,
    startedAt,
    boundAt,
    unboundAt,
    restorable: toRestorable(binding, profile),
    previousBindingId,
    receiptId,
    steps: nextSteps(binding, profile, now),
  });
}

const toHold = ({ owner, reason, since }: BindingState['holds'][number]): BindingHoldType => ({
  owner,
  reason,
  since: new Date(since),
  liftableBy: [...voicesOf[owner]],
});

function toSync({ sync }: BindingState): BindingSyncType {
  const operation = openOperation(sync);
  return {
    state: sync.state,
    operation: operation?.kind ?? null,
    deadline: operation ? new Date(operation.deadline) : null,
  };
}

function toRestorable({ state, restorableUntil }: Binding, { restore }: ProviderProfile) {
  return state.phase === 'UNBOUND' && restorableUntil ? { until: restorableUntil, strategy: restore.strategy } : null;
}

export const toNextStepType = ({ code, until }: NextStep, locale: Locale): BindingNextStepType => ({
  code,
  title: say(locale, `step.${code}`),
  until: until ?? null,
  url: null,
});

const afterUnbind: readonly Remedy[] = [
  { code: 'Rebind' },
  { code: 'UsePhysicalCard' },
  { code: 'OpenDispute' },
  { code: 'ContactSupport' },
];

export function toReceiptType(
  { id, at, text, feeCharged, restorableUntil }: Receipt,
  locale: Locale,
): BindingReceiptType {
  return {
    id,
    at,
    text: text[locale],
    feeCharged,
    restorableUntil,
    remedies: afterUnbind.map((remedy) => toRemedyType(remedy, locale)),
  };
}

/** Operations travel as JSON in kept answers, so their deadline is text. */
export const toOperationType = ({ id, kind, deadline }: SentOperation): BindingOperationType => ({
  id,
  kind,
  deadline: new Date(deadline),
});
