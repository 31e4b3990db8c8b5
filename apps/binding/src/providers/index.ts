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
  sentKinds,
} from './connector.rules';
export type {
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
export { createProvidersFeature } from './create-providers-feature';
export { passClasses } from './styles/apple-wallet';
export { connectorStyleCodes, endsAgreement, obligationActsOf, type ConnectorStyleCode } from './styles';
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
