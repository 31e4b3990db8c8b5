import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
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
import { createStartBinding } from './start/start-binding';
import { StartBindingResolver } from './start/start-binding.resolver';

export { createCouldBegin, type CouldBegin } from './start/could-begin';

export const bindClasses = { resolvers: [StartBindingResolver, BindResolver] } satisfies FeatureClasses;

interface BindFoundation {
  readonly once: Once;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface BindDeps {
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly connectors: Connectors;
  readonly views: Views;
  /** Base64 by key id, the current one first. */
  readonly fingerprintKeys: Readonly<Record<string, string>>;
}

/** From a card that is entered to the request at its provider. */
export function createBind({ once, outbox, clock }: BindFoundation, deps: BindDeps) {
  const { transitions, facts, useProof, catalogue, connectors, views, fingerprintKeys } = deps;
  const { profiles } = catalogue;
  const fingerprints = createCardFingerprints(toFingerprintKeys(fingerprintKeys));
  const recordConsent = createRecordConsent(outbox);
  const beginBinding = createBeginBinding({ transitions, recordConsent, fingerprints, clock });
  const startBinding = createStartBinding({
    once,
    facts,
    beginBinding,
    profiles,
    connectors,
    fingerprints,
    clock,
  });
  const confirmBinding = createConfirmBinding({ once, transitions, useProof, profiles, clock });
  const cancelBinding = createCancelBinding({ once, transitions });
  return {
    feature: {
      resolvers: [
        new StartBindingResolver({ startBinding, views }),
        new BindResolver({ confirmBinding, cancelBinding, views }),
      ],
    } satisfies Feature,
  };
}
