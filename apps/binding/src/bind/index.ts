import { createAbuseLedger } from '@bindery/abuse-ledger';
import { tellSpentBudget, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { createKeyedDigests, toFingerprintKeys, type FactBook, type Transitions } from '../lifecycle';
import type { LayLostHolds } from '../lost';
import type { UseProof } from '../proofs';
import type { Connectors } from '../providers';
import { createWantedCards, type ListBorrowing } from '../succession';
import { createBeginBinding } from './start/begin-binding';
import { BindResolver } from './bind.resolver';
import { createCancelBinding } from './cancel-binding';
import { createCardFingerprints } from './start/card-fingerprint.rules';
import { createReplaceCard } from './replace/replace-card';
import { NotReplaceableResolver, ReplaceResolver } from './replace/replace.resolver';
import { createConfirmBinding } from './confirm-binding';
import { createRecordConsent } from '../consents';
import { cardTryRules } from './start/card-tries.rules';
import { createTokeniseCard } from './start/tokenise-card';
import { createStartCard } from './start/start-card';
import { createStartBinding } from './start/start-binding';
import { ProviderDevicesResolver } from './provider-devices.resolver';
import { StartBindingResolver } from './start/start-binding.resolver';

export { agreedTerms, type ShownTerms } from './start/agreed-terms.rules';
export { isReplaceable } from './replace/is-replaceable';
export { ConsentInput } from './start/start-binding.input';
export { createCouldBegin, type CouldBegin } from './start/could-begin';
export { bindingLimit } from './start/start-binding.problems';
export type { BindingLimit } from './start/start-binding.errors';
export { BindingLimitError, TermsChangedError } from './start/start-errors.type';
export { createTellBoundElsewhere } from './tell-bound-elsewhere';
export { createIsBegunOfLost } from './start/is-lost-elsewhere';
export { createHasRoom, type HasRoom } from './start/limits/has-room';
export { limitReached } from './start/limits/limit-reached';

export const bindClasses = {
  resolvers: [StartBindingResolver, BindResolver, ReplaceResolver, NotReplaceableResolver, ProviderDevicesResolver],
} satisfies FeatureClasses;

interface BindDeps {
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly views: Views;
  readonly layLostHolds: LayLostHolds;
  readonly listBorrowing: ListBorrowing;
  /** Base64 by key id, the current one first. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
  readonly cardsPerAddressPerHour: number;
}

/** From a card that is entered to the request at its provider. */
export function createBind(foundation: Foundation, deps: BindDeps) {
  const { db, once, unitOfWork, outbox, security, clock } = foundation;
  const { transitions, facts, useProof, catalogue, connectors, views, layLostHolds, listBorrowing, fingerprintKeys } =
    deps;
  const { profiles } = catalogue;
  const fingerprints = createCardFingerprints(createKeyedDigests(toFingerprintKeys(fingerprintKeys)));
  const recordConsent = createRecordConsent(outbox);
  const wantedCards = createWantedCards({ outbox, clock, catalogue });
  const beginBinding = createBeginBinding({
    transitions,
    recordConsent,
    fingerprints,
    wantedCards,
    listBorrowing,
    clock,
  });
  const ledger = createAbuseLedger({
    rules: cardTryRules(deps.cardsPerAddressPerHour),
    key: Buffer.from(Object.values(fingerprintKeys)[0] ?? '', 'base64'),
    clock,
    onSpent: tellSpentBudget(foundation),
  });
  const startCard = createStartCard({
    once,
    facts,
    beginBinding,
    profiles,
    connectors,
    fingerprints,
    tokeniseCard: createTokeniseCard({ db, ledger, security, clock }),
    clock,
  });
  const startBinding = createStartBinding(startCard);
  const replaceCard = createReplaceCard({ unitOfWork, startCard, layLostHolds, transitions });
  const confirmBinding = createConfirmBinding({ once, transitions, useProof, profiles, clock });
  const cancelBinding = createCancelBinding({ once, transitions });
  return {
    feature: {
      resolvers: [
        new StartBindingResolver({ startBinding, views }),
        new ReplaceResolver({ replaceCard, views }),
        new NotReplaceableResolver(views),
        new BindResolver({ confirmBinding, cancelBinding, views }),
        new ProviderDevicesResolver(db),
      ],
      prune: async () => ({ cardTries: await ledger.prune(db) }),
    } satisfies Feature,
  };
}
