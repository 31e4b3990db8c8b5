import type { Id, Result } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Door } from '../lifecycle';
import type { CredentialStatus, EnteredCard, Obligations, SentKind } from './connector.rules';

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

export interface OperationRequest {
  /** Also the idempotency key: the same id never has a second effect. */
  readonly operationId: Id<'operation'>;
  readonly kind: SentKind;
  readonly token: string;
  /** Known for everything but BIND. */
  readonly credentialReference?: string;
}

interface Confirmed {
  readonly status: 'CONFIRMED';
  readonly credentialReference?: string;
}

interface Refused {
  readonly status: 'REFUSED';
  /** Code of the cause, upper case: `PROVIDER_DECLINED`. */
  readonly cause: string;
}

/** UNKNOWN: timed out, broken off, 5xx or unreadable; whether it has had an effect must be asked, never guessed. */
export type SendOutcome =
  Confirmed | Refused | { readonly status: 'PENDING' } | { readonly status: 'UNKNOWN'; readonly detail: string };

export type QueryOutcome =
  | Confirmed
  | Refused
  | { readonly status: 'PENDING' }
  | { readonly status: 'ACTIVATION_REQUIRED' }
  /** The provider has never heard of this operation: it had no effect and may be sent again. */
  | { readonly status: 'OPERATION_UNKNOWN' }
  | { readonly status: 'UNAVAILABLE'; readonly detail: string };

export interface ProviderUnavailable {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly detail: string;
}

/**
 * The way to one provider. Never throws for what a network or a provider can do, and each call ends by a timeout of
 * its own: well before the gateway's where a person waits (tokenise, obligations), 10 s in jobs.
 */
export interface Connector {
  tokenise(card: EnteredCard): Promise<Result<TokenisedCard, TokeniseError>>;
  send(request: OperationRequest): Promise<SendOutcome>;
  query(operationId: Id<'operation'>): Promise<QueryOutcome>;
  credentialStatus(credentialReference: string): Promise<Result<CredentialStatus, ProviderUnavailable>>;
  obligations(credentialReference: string): Promise<Result<Obligations, ProviderUnavailable>>;
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
  | { readonly type: 'operation.activation_required'; readonly provider: string; readonly operationId: Id<'operation'> }
  | { readonly type: 'credential.removed'; readonly provider: string; readonly credentialReference: string };
