import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { BindingChangeRow } from './binding-change.entity';
import { BindingRow } from './binding.entity';
import { CardRow } from './card.entity';
import { createCredentialDigests } from './credentials/credential-digest.rules';
import { createKeyedDigests, toFingerprintKeys } from './credentials/keyed-digest.rules';
import { createNamedCredentials } from './credentials/retired-credentials';
import { createLapseBinding } from './lapse-binding';
import { lifecycleJobs } from './lifecycle.jobs';
import { createTransitions, type TransitionsDeps } from './transitions';

export { channels, type BindingChange, type CardEntry, type ChangeFilter, type Channel } from './binding-change.rules';
export {
  countChanges,
  findRemoval,
  findStateBefore,
  insertNote,
  listChanges,
  listChangesOfBinding,
  listRecentChanges,
  listRemovals,
  listReviewVersions,
} from './binding-change.repository';
export {
  countForLimits,
  listBound,
  listLimitCounts,
  listBindingsById,
  listToKeepValid,
  listUsable,
  listUsableAt,
  listBindingsOfCards,
  hasLiveTwin,
  hasForeignTwin,
  findLatestOfCard,
  listInSlots,
  listLiveBindings,
  lockBinding,
  lockBindingsOfAccount,
  findBinding,
  type LockedBinding,
} from './binding.repository';
export { countedPhases, isOrphan, takesSlotOf, type Binding, type BindingWithCard, type Slot } from './binding.rules';
export {
  findByFingerprint,
  findFingerprint,
  listBoundElsewhere,
  listBoundBefore,
  listCardsById,
  countCards,
  hasCard,
  insertCard,
  listCards,
  saveCard,
  hasBoundAt,
} from './card.repository';
export type { Card, CardStanding, Door } from './card.rules';
export { createKeyedDigests, toFingerprintKeys } from './credentials/keyed-digest.rules';
export type { NamedCredentials, RetiredCredential } from './credentials/retired-credentials';
export { defaultFacts } from './ports/default-facts';
export { mergeEffects, type EffectPart } from './ports/effects';
export { aboutBinding, mergeFacts, oneByOne, type FactBook, type FactPart } from './ports/facts';
export type { AskedTrigger } from './ports/facts.rules';
export { endWindow, moveWindow } from './move-window';
export { followLapsed } from './lapse-binding';
export type { NotFound, TransitionRefused } from './lifecycle.errors';
export { addDays, addDuration } from './times/moments.rules';
export { prepareOperation, summariseOperation, type OperationSummary } from './operation.rules';
export { isRestorable, restoreTermsOf, windowAndPolicy } from './restore-window.rules';
export {
  countBeyondLimits,
  listPhaseCounts,
  listProviderBindings,
  type ProviderBinding,
  type ProviderBindings,
  listOverWithoutCredential,
} from './provider-bindings.repository';
export { lifecycleEffects } from './ports/own-effects';
export { lifecycleFacts } from './ports/own-facts';
export type { ReviewRequest, Step } from './step';
export type { Transitions } from './transitions';

export const lifecycleClasses = { entities: [CardRow, BindingRow, BindingChangeRow] } satisfies FeatureClasses;

interface LifecycleFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface LifecycleDeps extends Pick<TransitionsDeps, 'effects' | 'facts' | 'hasRoom' | 'policyOf' | 'nameKind'> {
  /** Base64 by key id, the current one first. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
}

/** What the features add to it comes in through `effects` and `facts`; it knows none of them. */
export function createLifecycle(
  { unitOfWork, outbox, clock }: LifecycleFoundation,
  { fingerprintKeys, ...ports }: LifecycleDeps,
) {
  const digests = createCredentialDigests(createKeyedDigests(toFingerprintKeys(fingerprintKeys)));
  const transitions = createTransitions({ outbox, clock, digests, ...ports });
  const lapseBinding = createLapseBinding({ unitOfWork, transitions, clock });
  return {
    transitions,
    credentials: createNamedCredentials(digests),
    feature: {
      jobs: handleJobs(lifecycleJobs, { 'lapse-binding': ({ bindingId }) => lapseBinding(bindingId) }),
    } satisfies Feature,
  };
}
