import { composeService, layFoundation, type Foundation, type Surroundings } from '@bindery/subgraph';
import { readKeySet } from '@bindery/trust';
import { accountFacts, createAccounts, followWronglyFrozen } from './accounts';
import { createBind, createCouldBegin } from './bind';
import type { BindingConfig } from './binding.config';
import { createCards } from './cards';
import { caseEffects } from './cases';
import { createProviderCatalogue, type Catalogue } from './catalogue';
import { consentFacts } from './consents';
import { createDefaultCard, createDefaultCardEffects } from './default-card';
import { featureClasses } from './features';
import { createHistory } from './history';
import { createHolds } from './holds';
import {
  createLifecycle,
  defaultFacts,
  followLapsed,
  lifecycleEffects,
  lifecycleFacts,
  mergeEffects,
  mergeFacts,
  type FactPart,
} from './lifecycle';
import { createNextSteps } from './next-steps';
import { createOperations, operationEffects } from './operations';
import { createUseProof, proofEffects } from './proofs';
import { createConnectors, nameKind, type ConnectorSet } from './providers';
import { createReaderCheck } from './reader-check';
import { createRefusals } from './refusals';
import { createRestore } from './restore';
import { createUnbind, createUnbindEffects } from './unbind';
import { createUnbindPlan } from './unbind-plan';
import { createUsage } from './usage';
import { createWebhooks } from './webhooks';

interface BindingSurroundings extends Surroundings {
  /** Others than the configured ones, in tests. */
  readonly connectors?: ConnectorSet;
  /** Facts as a feature would know them that is not in this service yet, in tests. */
  readonly facts?: readonly FactPart[];
}

/** Makes every part of the service; nothing runs yet. */
export async function composeBinding(
  config: BindingConfig,
  { connectors: given, ...surroundings }: BindingSurroundings,
) {
  const foundation = layFoundation('binding', config, featureClasses, surroundings);
  const { clock, log, security } = foundation;
  const { PROVIDERS: providers, PUBLIC_URL: publicUrl } = config;
  const { catalogue, feature: catalogueFeature } = createProviderCatalogue();
  const { profiles } = catalogue;
  const { connectors, close } = given ?? createConnectors({ profiles, providers, publicUrl, clock, log });
  const secrets = Object.fromEntries(Object.entries(providers).map(([code, { secret }]) => [code, secret]));

  const facts = mergeFacts(defaultFacts, [lifecycleFacts, accountFacts, consentFacts], surroundings.facts);
  const lifecycle = createLifecycle(foundation, {
    effects: composeEffects(foundation, catalogue),
    facts,
    policyOf: catalogue.profileOf,
    nameKind,
  });
  const cards = createCards(foundation, catalogue);
  const common = {
    transitions: lifecycle.transitions,
    facts,
    useProof: createUseProof(readKeySet(config.PROOF_PUBLIC_KEYS), clock, security),
    catalogue,
    connectors,
    views: cards.views,
  };
  const couldBegin = createCouldBegin(common);
  const nextSteps = createNextSteps(foundation, { ...common, couldBegin });
  const unbindPlan = createUnbindPlan(foundation, common);
  const usage = createUsage(foundation);
  const operations = createOperations(foundation, { ...common, stuckWork: [followLapsed, followWronglyFrozen] });
  const webhooks = createWebhooks(foundation, { secrets, messages: [...operations.messages, ...usage.messages] });

  const service = await composeService(
    foundation,
    [
      { connections: [{ name: 'providers', start: async () => undefined, stop: close }] },
      lifecycle.feature,
      catalogueFeature,
      cards.feature,
      nextSteps.feature,
      createHistory(foundation).feature,
      createRefusals(foundation, nextSteps).feature,
      usage.feature,
      createDefaultCard(foundation, cards.views).feature,
      createAccounts(foundation, common).feature,
      operations.feature,
      webhooks.feature,
      createReaderCheck(foundation, secrets).feature,
      createBind(foundation, {
        ...common,
        fingerprintKeys: config.CARD_FINGERPRINT_KEYS,
        cardsPerAddressPerHour: config.CARDS_PER_ADDRESS_PER_HOUR,
      }).feature,
      createHolds(foundation, common).feature,
      unbindPlan.feature,
      createUnbind(foundation, { ...common, quoteUnbind: unbindPlan.quoteUnbind, loadOffers: nextSteps.loadOffers })
        .feature,
      createRestore(foundation, { ...common, couldBegin }).feature,
    ],
    { jobsAtOnce: 4 },
  );
  const { applyProviderMessage, settleOperation } = operations;
  return { ...service, applyProviderMessage, settleOperation };
}

/** Every effect of the machine, each by the feature that carries it out. Before the lifecycle, which takes the steps that have them. */
const composeEffects = (foundation: Foundation, catalogue: Catalogue) =>
  mergeEffects([
    operationEffects,
    caseEffects,
    lifecycleEffects,
    proofEffects,
    createUnbindEffects(catalogue),
    createDefaultCardEffects(foundation),
  ]);
