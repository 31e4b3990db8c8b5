import { openOperation, statusOf, type Hold } from '@bindery/card-lifecycle';
import type { DataOf, NewEvent } from '@bindery/event-contracts';
import type { Binding } from './binding.rules';
import { disputeDays } from './next-binding.rules';
import { addDays } from './times/moments.rules';
import type { BindingFact } from './binding-change.rules';
import type { InBothLanguages } from '@bindery/localisation';
import type { Step, StepFindings } from './step';

type TypeOf<Fact extends BindingFact> = `bindery.binding.${Fact}.v1`;
type FactEvent = NewEvent<TypeOf<BindingFact>>;

/** What the event of every fact tells. */
type CommonData = DataOf<TypeOf<'bound'>>;
/** What the event of a fact tells besides. */
type ExtraData<Fact extends BindingFact> = Omit<DataOf<TypeOf<Fact>>, keyof CommonData>;
type FactWithExtra = { [Fact in BindingFact]: keyof ExtraData<Fact> extends never ? never : Fact }[BindingFact];

/** What its readers call the provider and the kind of card, of which they keep no lists. */
export interface EventNames {
  readonly providerName: InBothLanguages;
  readonly kindName: InBothLanguages;
}

/** The one event of a step: the transition, the state after it in full, and what the fact has to tell besides. */
export function toBindingEvent(step: Step, findings: StepFindings, names: EventNames): FactEvent {
  const { binding, fact } = step;
  const extra = hasExtra(fact) ? extraData[fact](step, findings) : {};
  const data = { ...commonData(step), ...names, ...extra };
  // Each part is typed; that type and data are of the same fact is what types cannot follow.
  return { type: `bindery.binding.${fact}.v1`, key: binding.id, sequence: binding.version, data } as FactEvent;
}

function commonData({ binding, before, trigger, channel, reason, at }: Step): CommonData {
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
    status: statusOf(state) as CommonData['status'],
    holds: [...state.holds],
    sync: state.sync,
    at: at.toISOString(),
  };
}

const extraData: { readonly [Fact in FactWithExtra]: (step: Step, findings: StepFindings) => ExtraData<Fact> } = {
  started: ({ binding: { consentId, deadline, previousBindingId }, succession }) => ({
    consentId,
    deadline: known(deadline).toISOString(),
    ...(previousBindingId ? { previousBindingId } : {}),
    ...(succession ? { succession } : {}),
  }),
  'review-requested': ({ binding: { deadline }, review }) => ({
    deadline: known(deadline).toISOString(),
    ...(review ? { ...review, documentTypes: [...review.documentTypes] } : {}),
  }),
  'more-asked': ({ binding: { deadline } }) => (deadline ? { deadline: deadline.toISOString() } : {}),
  'activation-awaited': ({ binding: { deadline } }) => (deadline ? { deadline: deadline.toISOString() } : {}),
  declined: causeOf,
  lapsed: ({ cause }) => (cause ? { cause } : {}),
  'bind-refused': causeOf,
  'unbind-refused': causeOf,
  'restore-refused': causeOf,
  'unbind-requested': ({ binding, planDigest, proofId }) => ({
    operationId: operationIdOf(binding),
    ...(planDigest ? { planDigest } : {}),
    ...(proofId ? { proofId } : {}),
  }),
  'restore-requested': ({ binding, proofId }) => ({
    operationId: operationIdOf(binding),
    ...(proofId ? { proofId } : {}),
  }),
  'hold-lifted': ({ before, binding }) => ({ owners: liftedOwners(before?.holds ?? [], binding.state.holds) }),
  unbound: ({ binding }, { feeCharged }) => ({
    receiptId: known(binding.receiptId),
    ...(feeCharged ? { feeCharged } : {}),
    ...restorable(binding),
  }),
  'removed-elsewhere': ({ binding, at }) => ({
    ...restorable(binding),
    answerBy: addDays(at, disputeDays).toISOString(),
  }),
  'sync-changed': ({ transition }) =>
    transition.effects.some((effect) => effect.type === 'OpenCase' && effect.about === 'OVERDUE')
      ? { overdue: true }
      : {},
  'card-updated': ({ update }) => ({
    reissued: known(update).reissued,
    ...(update?.expiresOn ? { expiresOn: update.expiresOn } : {}),
  }),
  replaced: ({ trigger }) => (trigger.type === 'SuccessorBound' ? { successorBindingId: trigger.successorId } : {}),
};

const hasExtra = (fact: BindingFact): fact is FactWithExtra => Object.hasOwn(extraData, fact);

function causeOf({ cause }: Step) {
  return { cause: known(cause) };
}

const operationIdOf = ({ state }: Binding) => known(openOperation(state.sync)).id;

/** Whose holds were there before and are not any more. */
const liftedOwners = (before: readonly Hold[], after: readonly Hold[]) =>
  before
    .filter(({ owner, reason }) => !after.some((hold) => hold.owner === owner && hold.reason === reason))
    .map(({ owner }) => owner);

const restorable = ({ restorableUntil }: Binding) =>
  restorableUntil ? { restorableUntil: restorableUntil.toISOString() } : {};

/** What a step of this fact always has; a bug otherwise, so it is thrown and the transaction with it is undone. */
function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a step lacks what its event has to tell');
  return value;
}
