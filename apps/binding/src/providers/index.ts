import { handleJobs } from '@bindery/jobs';
import type { Log } from '@bindery/service';
import type { Feature } from '@bindery/subgraph';
import type { ConnectorSet } from './create-connectors';
import { providerJobs } from './providers.jobs';
import { addStyleRoutes } from './style-routes.route';

export type {
  ActivationOutcome,
  Connector,
  Connectors,
  Lending,
  CredentialPage,
  OperationRequest,
  ProviderMessage,
  ProviderUnavailable,
  QueryOutcome,
  SendOutcome,
  TokenisedCard,
  TokeniseError,
} from './connector';
export {
  activationStepKinds,
  credentialStatuses,
  isObligationAct,
  obligationActKinds,
  providerSayings,
  sentKinds,
} from './connector.rules';
export type {
  ProviderSaying,
  Activation,
  ActivationAnswer,
  ActivationStep,
  CredentialStatus,
  EnteredCard,
  ListedCredential,
  Mandate,
  ObligationActKind,
  ObligationRequest,
  Obligations,
  OwedLoan,
  Reader,
  ReaderReport,
  SentKind,
} from './connector.rules';
export {
  lendingKinds,
  type AskedLoan,
  type LendingKind,
  type LendingOutcome,
  type LendingRequest,
  type OfferedLoan,
  type ToldConsent,
} from './lending.rules';
export { addressClasses } from './styles/self-custody';
export { createConnectors, requestTimeoutMs, type ConnectorSet } from './create-connectors';
export { weChatPayClasses } from './styles/wechat-pay';
export { passClasses } from './styles/apple-wallet';
export {
  abilitiesOf,
  boundActivation,
  connectorStyleCodes,
  endsAgreement,
  signsOurText,
  type ConnectorStyleCode,
} from './styles';
export {
  devicePlatforms,
  returnWays,
  tellingWays,
  type DevicePlatform,
  type StyleAbilities,
} from './style-abilities.rules';
export type { Inbound } from './connector-style';
export { activationAnswer, amountDue, readerReports, refusalCause, shortText, shortTextInBoth } from './bounds';
export { cardKindCodes, cardKindOf, cardKinds, nameKind, payingKinds, sayCardName, type CardKindCode } from './kinds';
export { cardElements } from './kinds/card-elements.rules';
export { cardInputs } from './kinds/card-inputs.input';
export { CardKindEnum } from './kinds/card-kind.enums';
export type { CardNumberInvalid } from './kinds/card-kind.errors';
export type { CardIdentity, NewCard } from './kinds/card-kind.rules';
export { addStyleRoutes, answerWith } from './style-routes.route';
export { refuse } from './signed/http-problem.route';
export { verifySignature } from './signed/signature';
export { addSignedScope, readSigned, secretOf, type ProviderSecrets } from './signed/signed-scope.route';

interface ProvidersFeatureDeps {
  readonly applyProviderMessage: Parameters<ConnectorSet['work']>[2];
}

/** What connectors have beside messages: routes, rows, work and connections of their own. */
export const createProvidersFeature = (
  { routes, prepare, work, prune, close }: ConnectorSet,
  log: Log,
  { applyProviderMessage }: ProvidersFeatureDeps,
) =>
  ({
    connections: [{ name: 'providers', start: async () => undefined, stop: close }],
    routes: (app) => {
      prepare?.();
      return addStyleRoutes(app, routes, log);
    },
    jobs: handleJobs(providerJobs, {
      'work-of-style': ({ provider, work: asked }) => work(provider, asked, applyProviderMessage),
    }),
    prune: async () => (await prune?.()) ?? {},
  }) satisfies Feature;
