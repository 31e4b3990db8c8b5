import { composeService, layFoundation, type Feature, type Foundation, type Surroundings } from '@bindery/subgraph';
import { readKeySet } from '@bindery/trust';
import { accountFacts, createAccounts, followWronglyFrozen } from './accounts';
import { createActivation } from './activation';
import { createBind, createCouldBegin, createHasRoom, createIsBegunOfLost, createTellBoundElsewhere } from './bind';
import type { BindingConfig } from './binding.config';
import { createCards } from './cards';
import { caseEffects, createCases, followDueCases } from './cases';
import { createProviderCatalogue, type Catalogue } from './catalogue';
import { consentFacts } from './consents';
import { createDefaultCard, createDefaultCardEffects } from './default-card';
import { createDisputeDecisions } from './dispute-decisions';
import { createDisputeOpening, createReadDisputables } from './dispute-opening';
import { disputeEffects, disputeFacts, followOverdueDisputes, hasUpheldLoan, type ReadDisputables } from './disputes';
import { createDocuments } from './documents';
import { createExport } from './export';
import { featureClasses } from './features';
import { createGivenConsents, followConsent } from './given-consents';
import { createHandOverEffects, followMove } from './hand-over';
import { createHistory } from './history';
import { createHolds } from './holds';
import { createHygiene } from './hygiene';
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
import { createLenderRequests, findOpenMove, followLenderRequests, listOpenRequests } from './lender-requests';
import { createLoans, listBorrowing } from './loans';
import { createLost } from './lost';
import { createMove, createReadMovePlan } from './move';
import { createNextSteps } from './next-steps';
import { createObligations } from './obligations';
import { createOperations, listOpenOperations, listOperationEffects } from './operations';
import { createUseProof, proofEffects } from './proofs';
import { createProviderAnswers, hasRelease } from './provider-answers';
import { createProviderProfiles } from './provider-profiles';
import { createConnectors, createProvidersFeature, nameKind, type ConnectorSet } from './providers';
import { createReaderCheck } from './reader-check';
import { createRefusals } from './refusals';
import { createRestore } from './restore';
import { createReviewFacts, createReviews } from './reviews';
import { createStaffHolds } from './staff-holds';
import { createSuccession, createSuccessionEffects, followWantedCards } from './succession';
import { createUnbind, createUnbindEffects } from './unbind';
import { createUnbindPlan } from './unbind-plan';
import { createRevocation, createRevocationEffects, followRevocations } from './revocation';
import { createUsage } from './usage';
import { createValidity } from './validity';
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
  const providerCatalogue = createProviderCatalogue(foundation);
  const { catalogue, feature: catalogueFeature } = providerCatalogue;
  const connectorSet = given ?? connectProviders(foundation, catalogue, config);

  const facts = composeFacts(catalogue, clock, surroundings.facts);
  const lifecycle = createLifecycle(foundation, {
    effects: composeEffects(foundation, catalogue),
    facts,
    ...policiesOf(catalogue),
    nameKind,
    fingerprintKeys: config.CARD_FINGERPRINT_KEYS,
  });
  const cards = createCards(foundation, catalogue);
  const common: Common = {
    transitions: lifecycle.transitions,
    credentials: lifecycle.credentials,
    facts,
    useProof: createUseProof(readKeySet(config.PROOF_PUBLIC_KEYS), clock, security),
    catalogue,
    connectors: connectorSet.connectors,
    views: cards.views,
    readDisputables: createReadDisputables(foundation),
  };
  const couldBegin = createCouldBegin(common);
  const { nextSteps, readMovePlan } = composeNextSteps(foundation, common, couldBegin);
  const usage = createUsage(foundation, common);
  const revocation = createRevocation(foundation, common);
  const validity = createValidity(foundation, common);
  const lending = composeLending(foundation, common);
  const operations = composeOperations(foundation, config, common);
  const { applyProviderMessage, settleOperation } = operations;
  const webhooks = createWebhooks(foundation, {
    inboundOf: connectorSet.inboundOf,
    messages: [operations, usage, revocation, validity, lending].flatMap(({ messages }) => [...messages]),
  });

  const service = await composeService(
    foundation,
    [
      createProvidersFeature(connectorSet, log, operations),
      lifecycle.feature,
      catalogueFeature,
      cards.feature,
      nextSteps.feature,
      createHistory(foundation, cards.views).feature,
      createRefusals(foundation, nextSteps).feature,
      usage.feature,
      revocation.feature,
      validity.feature,
      ...lending.features,
      createDefaultCard(foundation, cards.views).feature,
      createAccounts(foundation, common).feature,
      operations.feature,
      createProviderAnswers(foundation, { ...operations.settlers, ...lending.settlers }).feature,
      webhooks.feature,
      createReaderCheck(foundation, readerKeysOf(config), graceDaysIn(catalogue)).feature,
      ...composeHolderActs(foundation, config, common, { nextSteps, couldBegin, readMovePlan, operations }),
      createProviderProfiles(foundation, providerCatalogue).feature,
      ...composeDisputes(foundation, config, common, nextSteps),
      createExport(foundation, { catalogue, linkKeys: config.EXPORT_LINK_KEYS }).feature,
      createHygiene(foundation, common).feature,
    ],
    { jobsAtOnce: 4 },
  );
  return { ...service, applyProviderMessage, settleOperation };
}

/** What the life of a binding asks of profiles. */
const policiesOf = (catalogue: Catalogue) => ({ hasRoom: createHasRoom(catalogue), policyOf: catalogue.profileOf });

/** What of other features can be stuck. */
const stuckWork = [
  followLapsed,
  followWantedCards,
  followWronglyFrozen,
  followRevocations,
  followOverdueDisputes,
  followDueCases,
  followLenderRequests,
];

/** What is asked of providers, with what other features have to say about it. */
const composeOperations = (
  foundation: Foundation,
  { COMPARE_EVERY_MINUTES: compareEveryMinutes }: BindingConfig,
  common: Common,
) =>
  createOperations(foundation, {
    ...common,
    stuckWork,
    findOpenMove,
    isReleased: hasRelease,
    isBegunOfLost: createIsBegunOfLost(foundation),
    compareEveryMs: compareEveryMinutes * 60_000,
  });

interface Common {
  readonly transitions: ReturnType<typeof createLifecycle>['transitions'];
  readonly credentials: ReturnType<typeof createLifecycle>['credentials'];
  readonly facts: ReturnType<typeof composeFacts>;
  readonly useProof: ReturnType<typeof createUseProof>;
  readonly catalogue: Catalogue;
  readonly connectors: ConnectorSet['connectors'];
  readonly views: ReturnType<typeof createCards>['views'];
  readonly readDisputables: ReadDisputables;
}

interface ActsDeps {
  readonly nextSteps: ReturnType<typeof createNextSteps>;
  readonly couldBegin: ReturnType<typeof createCouldBegin>;
  readonly readMovePlan: ReturnType<typeof createReadMovePlan>;
  readonly operations: ReturnType<typeof createOperations>;
}

/** What is offered of cards, a move among it, which is planned the same way when it is asked for. */
function composeNextSteps(
  foundation: Foundation,
  common: Common,
  couldBegin: ReturnType<typeof createCouldBegin>,
): Pick<ActsDeps, 'nextSteps' | 'readMovePlan'> {
  const readMovePlan = createReadMovePlan({ ...common, clock: foundation.clock });
  const hasRoom = createHasRoom(common.catalogue);
  return { readMovePlan, nextSteps: createNextSteps(foundation, { ...common, couldBegin, hasRoom, readMovePlan }) };
}

/** What lenders ask for beside a card: reviews, documents that expire, consents by purpose, loans. */
function composeLending(foundation: Foundation, common: Common) {
  const documents = createDocuments(foundation, common);
  const loans = createLoans(foundation, { ...common, wasUpheld: hasUpheldLoan });
  const consents = { GIVE_CONSENT: followConsent, WITHDRAW_CONSENT: followConsent };
  const followers = { ...consents, ...loans.followers, MOVE_ACCOUNT: followMove };
  const requests = createLenderRequests(foundation, { ...common, followers });
  return {
    settlers: { settleRequestIn: requests.settleRequestIn },
    messages: loans.messages,
    features: [
      documents.feature,
      createReviews(foundation, { ...common, takeRenewal: documents.takeRenewal }).feature,
      createGivenConsents(foundation, common).feature,
      loans.feature,
      requests.feature,
    ] satisfies readonly Feature[],
  };
}

/** Both sides of a dispute: its holder’s, and that of our people. */
const composeDisputes = (
  foundation: Foundation,
  { CARD_FINGERPRINT_KEYS: fingerprintKeys }: BindingConfig,
  common: Common,
  { loadOffers, listNextSteps }: ActsDeps['nextSteps'],
): readonly Feature[] => [
  createDisputeOpening(foundation, { ...common, loadOffers, listNextSteps, fingerprintKeys }).feature,
  createDisputeDecisions(foundation, common).feature,
];

/** What a holder does with cards. */
function composeHolderActs(
  foundation: Foundation,
  { CARD_FINGERPRINT_KEYS: fingerprintKeys, CARDS_PER_ADDRESS_PER_HOUR: cardsPerAddressPerHour }: BindingConfig,
  common: Common,
  { nextSteps: { loadOffers }, couldBegin, readMovePlan, operations: { keepActivation, settleOperation } }: ActsDeps,
): readonly Feature[] {
  const lost = createLost(foundation, common);
  const unbindPlan = createUnbindPlan(foundation, common);
  const { quoteUnbind, readUnbindFacts } = unbindPlan;
  const { layLostHolds, holdIfLost, loadLostSince } = lost;
  return [
    createBind(foundation, { ...common, layLostHolds, listBorrowing, fingerprintKeys, cardsPerAddressPerHour }).feature,
    createCases(foundation, { ...common, listOpenOperations, listOpenRequests }).feature,
    createActivation(foundation, { ...common, settleOperation, keepActivation, fingerprintKeys }).feature,
    createHolds(foundation, common).feature,
    lost.feature,
    createStaffHolds(foundation, common).feature,
    createSuccession(foundation, { ...common, listBorrowing }).feature,
    createMove(foundation, { ...common, readMovePlan }).feature,
    unbindPlan.feature,
    createObligations(foundation, common).feature,
    createUnbind(foundation, { ...common, quoteUnbind, readUnbindFacts, loadOffers, loadLostSince }).feature,
    createRestore(foundation, { ...common, couldBegin, holdIfLost }).feature,
  ];
}

/** Days after the last one of a card in which its provider still takes it. */
const graceDaysIn =
  ({ profiles }: Catalogue) =>
  (provider: string): number =>
    profiles.get(provider)?.validity.graceDays ?? 0;

const readerKeysOf = (config: BindingConfig) => ({
  questions: config.READER_KEYS,
  answers: { privateKey: config.READER_ANSWER_PRIVATE_KEY, others: config.READER_ANSWER_OTHER_PUBLIC_KEYS?.keys },
});

const connectProviders = (
  { clock, log, db, unitOfWork, security }: Foundation,
  { profiles }: Catalogue,
  { PROVIDERS: providers, PUBLIC_URL: publicUrl }: BindingConfig,
) => createConnectors({ profiles, providers, publicUrl, clock, log, db, unitOfWork, security });

/** Every fact that the machine's guards ask, each by the feature that knows it. */
const composeFacts = (catalogue: Catalogue, clock: Foundation['clock'], more?: readonly FactPart[]) =>
  mergeFacts(
    { ...defaultFacts, ...disputeFacts },
    [lifecycleFacts, accountFacts, consentFacts, createReviewFacts(catalogue, clock)],
    more,
  );

/** Every effect of the machine, each by the feature that carries it out. Before the lifecycle, which takes the steps that have them. */
const composeEffects = (foundation: Foundation, catalogue: Catalogue) =>
  mergeEffects([
    ...listOperationEffects(catalogue),
    caseEffects,
    lifecycleEffects,
    proofEffects,
    createUnbindEffects(catalogue),
    createRevocationEffects(catalogue),
    createDefaultCardEffects(foundation),
    disputeEffects,
    createSuccessionEffects(foundation, catalogue),
    createHandOverEffects(foundation, catalogue),
    createTellBoundElsewhere({ ...foundation, catalogue }),
  ]);
