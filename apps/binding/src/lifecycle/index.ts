import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { BindingChangeRow } from './binding-change.entity';
import { BindingRow } from './binding.entity';
import { CardRow } from './card.entity';
import { createLapseBinding } from './lapse-binding';
import { lifecycleJobs } from './lifecycle.jobs';
import { createTransitions, type TransitionsDeps } from './transitions';

export { channels, type BindingChange, type ChangeFilter, type Channel } from './binding-change.rules';
export { countChanges, listChanges } from './binding-change.repository';
export {
  countInSlots,
  listSlotCounts,
  listBindingsById,
  listUsable,
  listBindingsOfCards,
  findByCredential,
  findLatestOfCard,
  listInSlots,
  lockBinding,
  lockBindingsOfAccount,
  findBinding,
  type LockedBinding,
} from './binding.repository';
export { isOrphan, type Binding, type BindingWithCard, type Slot } from './binding.rules';
export {
  findByFingerprint,
  listCardsById,
  countCards,
  hasCard,
  insertCard,
  listCards,
  saveCard,
} from './card.repository';
export type { Card, CardStanding, Door } from './card.rules';
export { defaultFacts } from './ports/default-facts';
export { mergeEffects, type EffectPart } from './ports/effects';
export { aboutBinding, mergeFacts, oneByOne, type FactBook, type FactPart } from './ports/facts';
export type { AskedTrigger } from './ports/facts.rules';
export { followLapsed } from './lapse-binding';
export type { NotFound, TransitionRefused } from './lifecycle.errors';
export { lastDayOf } from './holder-days.rules';
export { addDays, addDuration } from './moments.rules';
export { prepareOperation, summariseOperation, type OperationSummary } from './operation.rules';
export { windowAndPolicy } from './restore-window.rules';
export { lifecycleEffects } from './ports/own-effects';
export { lifecycleFacts } from './ports/own-facts';
export type { Step } from './step';
export type { Transitions } from './transitions';

export const lifecycleClasses = { entities: [CardRow, BindingRow, BindingChangeRow] } satisfies FeatureClasses;

interface LifecycleFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

/** What the features add to it comes in through `effects` and `facts`; it knows none of them. */
export function createLifecycle(
  { unitOfWork, outbox, clock }: LifecycleFoundation,
  ports: Pick<TransitionsDeps, 'effects' | 'facts' | 'policyOf' | 'nameKind'>,
) {
  const transitions = createTransitions({ outbox, clock, ...ports });
  const lapseBinding = createLapseBinding({ unitOfWork, transitions, clock });
  return {
    transitions,
    feature: {
      jobs: handleJobs(lifecycleJobs, { 'lapse-binding': ({ bindingId }) => lapseBinding(bindingId) }),
    } satisfies Feature,
  };
}
