export type {
  Connector,
  Connectors,
  CredentialStatus,
  EnteredCard,
  Obligations,
  OperationRequest,
  ProviderMessage,
  ProviderUnavailable,
  QueryOutcome,
  SendOutcome,
  SentKind,
  TokenisedCard,
  TokeniseError,
} from './connector';
export { createConnectors, type ConnectorSet } from './create-connectors';
export { money, refusalCause, shortText, shortTextInBoth } from './generic/protocol';
export { cardKindCodes, cardKindOf, cardKinds, nameKind, payingKinds, sayCardName, type CardKindCode } from './kinds';
export type { CardIdentity, NewCard } from './kinds/card-kind';
export { CardKindEnum } from './kinds/card-kind.enums';
export type { CardNumberInvalid } from './kinds/card-kind.errors';
export { refuse } from './signed/http-problem.route';
export { verifySignature } from './signed/signature';
export { addSignedScope, secretOf, signedText, type ProviderSecrets } from './signed/signed-scope.route';
