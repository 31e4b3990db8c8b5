import { createAbuseLedger } from '@bindery/abuse-ledger';
import { tellSpentBudget, type Feature, type FeatureClasses, type Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { FactBook, Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import type { Connectors } from '../providers';
import { createBeginBinding } from './start/begin-binding';
import { BindResolver } from './bind.resolver';
import { createCancelBinding } from './cancel-binding';
import { createCardFingerprints, toFingerprintKeys } from './start/card-fingerprint.rules';
import { createConfirmBinding } from './confirm-binding';
import { createRecordConsent } from '../consents';
import { cardTryRules } from './start/card-tries.rules';
import { createTokeniseCard } from './start/tokenise-card';
import { createStartBinding } from './start/start-binding';
import { StartBindingResolver } from './start/start-binding.resolver';

export { createCouldBegin, type CouldBegin } from './start/could-begin';

export const bindClasses = { resolvers: [StartBindingResolver, BindResolver] } satisfies FeatureClasses;

interface BindDeps {
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly views: Views;
  /** Base64 by key id, the current one first. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
  readonly cardsPerAddressPerHour: number;
}

/** From a card that is entered to the request at its provider. */
export function createBind(foundation: Foundation, deps: BindDeps) {
  const { db, once, outbox, clock } = foundation;
  const { transitions, facts, useProof, catalogue, connectors, views, fingerprintKeys } = deps;
  const { profiles } = catalogue;
  const fingerprints = createCardFingerprints(toFingerprintKeys(fingerprintKeys));
  const recordConsent = createRecordConsent(outbox);
  const beginBinding = createBeginBinding({ transitions, recordConsent, fingerprints, clock });
  const ledger = createAbuseLedger({
    rules: cardTryRules(deps.cardsPerAddressPerHour),
    key: Buffer.from(Object.values(fingerprintKeys)[0] ?? '', 'base64'),
    clock,
    onSpent: tellSpentBudget(foundation),
  });
  const startBinding = createStartBinding({
    once,
    facts,
    beginBinding,
    profiles,
    connectors,
    fingerprints,
    tokeniseCard: createTokeniseCard({ db, ledger, clock }),
  });
  const confirmBinding = createConfirmBinding({ once, transitions, useProof, profiles, clock });
  const cancelBinding = createCancelBinding({ once, transitions });
  return {
    feature: {
      resolvers: [
        new StartBindingResolver({ startBinding, views }),
        new BindResolver({ confirmBinding, cancelBinding, views }),
      ],
      prune: async () => ({ cardTries: await ledger.prune(db) }),
    } satisfies Feature,
  };
}
