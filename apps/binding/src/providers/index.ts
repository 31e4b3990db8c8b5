export type {
  Connector,
  Connectors,
  OperationRequest,
  ProviderMessage,
  ProviderUnavailable,
  QueryOutcome,
  SendOutcome,
  TokenisedCard,
  TokeniseError,
} from './connector';
export type { CredentialStatus, EnteredCard, Obligations, SentKind } from './connector.rules';
export { createConnectors, type ConnectorSet } from './create-connectors';
export { amountDue, refusalCause, shortText, shortTextInBoth } from './generic/protocol';
export { cardKindCodes, cardKindOf, cardKinds, nameKind, payingKinds, sayCardName, type CardKindCode } from './kinds';
export { cardInputs } from './kinds/card-inputs.input';
export { CardKindEnum } from './kinds/card-kind.enums';
export type { CardNumberInvalid } from './kinds/card-kind.errors';
export type { CardIdentity, NewCard } from './kinds/card-kind.rules';
export { refuse } from './signed/http-problem.route';
export { verifySignature } from './signed/signature';
export {
  addSignedScope,
  readSigned,
  readSignedByAny,
  secretOf,
  type ProviderSecrets,
} from './signed/signed-scope.route';
