import { openOperation, statusOf } from '@bindery/card-lifecycle';
import type { DataOf, NewEvent } from '@bindery/event-contracts';
import type { BindingFact } from './binding-change.rules';
import type { InBothLanguages } from '@bindery/localisation';
import type { Step, StepFindings } from './step';

type FactEvent = Extract<NewEvent, { type: `bindery.binding.${BindingFact}.v1` }>;

/** What its readers call the provider and the kind of card, of which they keep no lists. */
export interface EventNames {
  readonly providerName: InBothLanguages;
  readonly kindName: InBothLanguages;
}

/** The one event of a step: the transition, the state after it in full, and what the fact has to tell besides. */
export function toBindingEvent(step: Step, findings: StepFindings, names: EventNames): FactEvent {
  const { binding, fact } = step;
  const data = { ...commonData(step), ...names, ...extraData(step, findings) };
  // The extra fields go with the fact, which types cannot follow; the outbox checks the whole against its contract.
  return { type: `bindery.binding.${fact}.v1`, key: binding.id, sequence: binding.version, data } as FactEvent;
}

function commonData({ binding, before, trigger, channel, reason, at }: Step): DataOf<'bindery.binding.bound.v1'> {
  const { state } = binding;
  return {
    bindingId: binding.id,
    cardId: binding.cardId,
    accountId: binding.accountId,
    provider: binding.provider,
    kind: binding.kind,
    deviceId: binding.deviceId,
    actor: trigger.actor,
    channel,
    ...(reason === undefined ? {} : { reason }),
    trigger: trigger.type,
    from: before?.phase ?? null,
    to: state.phase,
    status: statusOf(state) as DataOf<'bindery.binding.bound.v1'>['status'],
    holds: [...state.holds],
    sync: state.sync,
    at: at.toISOString(),
  };
}

function extraData({ binding, fact, cause, planDigest, proofId }: Step, { feeCharged }: StepFindings): object {
  const { restorableUntil, deadline, previousBindingId, consentId, receiptId } = binding;
  const operationId = openOperation(binding.state.sync)?.id;
  const restorable = restorableUntil ? { restorableUntil: restorableUntil.toISOString() } : {};
  switch (fact) {
    case 'started':
      return { consentId, deadline: deadline?.toISOString(), ...(previousBindingId ? { previousBindingId } : {}) };
    case 'activation-awaited':
      return deadline ? { deadline: deadline.toISOString() } : {};
    case 'declined':
    case 'bind-refused':
    case 'unbind-refused':
    case 'restore-refused':
      return { cause };
    case 'unbind-requested':
      return { operationId, ...(planDigest ? { planDigest } : {}), ...(proofId ? { proofId } : {}) };
    case 'restore-requested':
      return { operationId, ...(proofId ? { proofId } : {}) };
    case 'unbound':
      return { receiptId, ...(feeCharged ? { feeCharged } : {}), ...restorable };
    case 'removed-elsewhere':
      return restorable;
    default:
      return {};
  }
}
