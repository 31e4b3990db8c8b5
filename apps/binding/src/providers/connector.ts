import type { Id, Result } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Door } from '../lifecycle';
import type {
  Activation,
  ActivationAnswer,
  CredentialStatus,
  EnteredCard,
  ListedCredential,
  ObligationRequest,
  Obligations,
  Reader,
  ReaderReport,
  SentKind,
} from './connector.rules';
import type { LendingOutcome, LendingRequest, OfferedLoan, ToldConsent } from './lending.rules';

/** What is kept of a card after tokenisation. */
export interface TokenisedCard {
  /** The provider's name for the card; worthless to anybody else. */
  readonly token: string;
  readonly lastFour: string;
  readonly brand?: string;
  /** Last day of validity, `2030-07-31`. */
  readonly expiresOn?: string;
  readonly site?: { readonly code: string; readonly name: InBothLanguages };
  readonly doors?: readonly Door[];
}

export type TokeniseError =
  /** A definitive no to this card, by the one code that its kind has for it. */
  | { readonly kind: 'CARD_REFUSED'; readonly reason: string }
  /** No answer, or one that cannot be read. Nothing was bound by it, so the holder may try again. */
  | ProviderUnavailable;

export interface CardRequest {
  /** Also the idempotency key: the same id never has a second effect. */
  readonly operationId: Id<'operation'>;
  readonly kind: SentKind;
  readonly token: string;
  /** Known for everything but BIND. */
  readonly credentialReference?: string;
  /** Of a BIND: what the provider calls the card that this one comes after, so that what goes along can go over. */
  readonly followsCredentialReference?: string;
}

/** Takes off what is there again although its card's token is purged: the provider knows it by its name. */
interface RemovalByName extends Pick<CardRequest, 'operationId'> {
  readonly kind: 'UNBIND';
  readonly token?: undefined;
  readonly credentialReference: string;
}

export type OperationRequest = CardRequest | RemovalByName;

interface Confirmed {
  readonly status: 'CONFIRMED';
  readonly credentialReference?: string;
}

interface Refused {
  readonly status: 'REFUSED';
  /** Code of the cause, upper case: `PROVIDER_DECLINED`. */
  readonly cause: string;
}

/** With an activation: the holder has something to do, and the provider waits for that. */
interface Pending {
  readonly status: 'PENDING';
  readonly activation?: Activation;
}

/** UNKNOWN: timed out, broken off, 5xx or unreadable; whether it has had an effect must be asked, never guessed. */
export type SendOutcome = Confirmed | Refused | Pending | { readonly status: 'UNKNOWN'; readonly detail: string };

export type QueryOutcome =
  | Confirmed
  | Refused
  | Pending
  | { readonly status: 'ACTIVATION_REQUIRED'; readonly activation?: Activation }
  /** The provider has never heard of this operation: it had no effect and may be sent again. */
  | { readonly status: 'OPERATION_UNKNOWN' }
  | { readonly status: 'UNAVAILABLE'; readonly detail: string };

/** REJECTED: the answer is not right, by a code of `activationRejections`; nothing has come of it. */
export type ActivationOutcome =
  | Confirmed
  | Refused
  | Pending
  | {
      readonly status: 'REJECTED';
      readonly reason: string;
      readonly attemptsLeft?: number;
      /** What the holder has to do now, where it is something else than before. */
      readonly activation?: Activation;
    }
  | { readonly status: 'UNAVAILABLE'; readonly detail: string };

export interface ProviderUnavailable {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly detail: string;
}

/** What a lender does beside holding an account: consents by purpose, offers and loans. */
export interface Lending {
  /** What it offers now, best first; REFUSED where it offers nothing to this person. */
  offers(
    credentialReference: string,
    consents: readonly ToldConsent[],
  ): Promise<
    Result<readonly OfferedLoan[], ProviderUnavailable | { readonly kind: 'REFUSED'; readonly cause: string }>
  >;
  send(request: LendingRequest): Promise<LendingOutcome>;
  query(requestId: Id<'operation'>): Promise<LendingOutcome>;
}

/**
 * The way to one provider. Never throws for what a network or a provider can do, and each call ends by a timeout of
 * its own: well before the gateway's where a person waits (tokenise, obligations), 10 s in jobs.
 */
export interface Connector {
  tokenise(card: EnteredCard): Promise<Result<TokenisedCard, TokeniseError>>;
  send(request: OperationRequest): Promise<SendOutcome>;
  /** `request`: what was sent under the id, for providers that know no operations of ours and have to be asked about what they were for. */
  query(operationId: Id<'operation'>, request?: OperationRequest): Promise<QueryOutcome>;
  /** Hands over what the holder answered to an activation step; left out where no step is answered here. */
  activate?(operationId: Id<'operation'>, answer: ActivationAnswer): Promise<ActivationOutcome>;
  credentialStatus(credentialReference: string): Promise<Result<CredentialStatus, ProviderUnavailable>>;
  /**
   * Everything it has of ours after a reference, in the order of bytes, a page at a time; `next` is the last reference of the page, null at the
   * end. Left out where the provider has no list.
   */
  list?(after: string): Promise<Result<CredentialPage, ProviderUnavailable>>;
  obligations(credentialReference: string): Promise<Result<Obligations, ProviderUnavailable>>;
  /** Does something about an obligation; how it stands tells `query`. Left out where the provider takes no such request from us. */
  settleObligation?(request: ObligationRequest): Promise<SendOutcome>;
  /** Whether the provider itself suspends the credential, beside what we asked for; left out where it does not say. */
  heldByProvider?(credentialReference: string): Promise<Result<boolean, ProviderUnavailable>>;
  /** Which readers open to a credential that is on; for a person who waits. Left out where the provider does not say. */
  readers?(credentialReference: string): Promise<Result<readonly Reader[], ProviderUnavailable>>;
  /** How far readers are with forgetting a credential that was taken off; left out where the provider does not say. */
  propagation?(credentialReference: string): Promise<Result<readonly ReaderReport[], ProviderUnavailable>>;
  /** Consents by purpose, offers and loans; left out where it lends nothing. */
  readonly lending?: Lending;
}

export interface CredentialPage {
  readonly credentials: readonly ListedCredential[];
  readonly next: string | null;
}

/** The connector of a provider of the catalogue; throws for a code that is not in it. */
export type Connectors = (provider: string) => Connector;

/** What a provider tells by itself, after its signature was checked. May come twice, late, out of order or be wrong. */
export type ProviderMessage =
  | {
      readonly type: 'operation.confirmed';
      readonly provider: string;
      readonly operationId: Id<'operation'>;
      readonly credentialReference?: string;
    }
  | {
      readonly type: 'operation.refused';
      readonly provider: string;
      readonly operationId: Id<'operation'>;
      readonly cause: string;
    }
  | {
      readonly type: 'operation.activation_required';
      readonly provider: string;
      readonly operationId: Id<'operation'>;
      readonly activation?: Activation;
    }
  | {
      /** SUSPENDED, RESUMED: by the provider itself, an issuer or the administrator of a site. */
      readonly type: 'credential.removed' | 'credential.suspended' | 'credential.resumed';
      readonly provider: string;
      readonly credentialReference: string;
    };
