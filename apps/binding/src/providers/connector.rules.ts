import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { CalendarDay, Money } from '@bindery/values';

/**
 * A card as its holder enters it; each kind adds what it asks for. It goes straight to the provider's tokenisation and is
 * never stored or logged.
 */
export interface EnteredCard {
  readonly kind: string;
}

/** Kinds of request a provider takes; an activation is the provider's own step and is never sent. */
export const sentKinds = ['BIND', 'UNBIND', 'RESTORE', 'SUSPEND', 'RESUME'] as const;
export type SentKind = (typeof sentKinds)[number];

/** What a provider said about something that it was asked for. NOT_KNOWN: it has never heard of it. */
export const providerSayings = ['PENDING', 'NOT_KNOWN', 'ACTIVATION_REQUIRED', 'CONFIRMED', 'REFUSED'] as const;
export type ProviderSaying = (typeof providerSayings)[number];

export const credentialStatuses = ['ACTIVE', 'SUSPENDED', 'ABSENT'] as const;
export type CredentialStatus = (typeof credentialStatuses)[number];

/** What a provider has of ours, as its list says. */
export interface ListedCredential {
  readonly credentialReference: string;
  readonly status: 'ACTIVE' | 'SUSPENDED';
  /** Whether the provider itself suspends it, beside what we asked for; left out where its list does not say. */
  readonly heldByProvider?: boolean;
}

/** How far a reader of a site is with forgetting a credential that was taken off. */
export interface ReaderReport {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly site: InBothLanguages | null;
  readonly state: 'CONFIRMED' | 'PENDING' | 'OFFLINE';
  readonly confirmedAt: Date | null;
  /** By when it forgets the credential by itself; null where the provider does not say. */
  readonly worstCaseUntil: Date | null;
}

/** A reader that opens to a credential, and whether it has a line to its site now. */
export interface Reader {
  readonly id: string;
  readonly name: InBothLanguages;
  readonly site: InBothLanguages | null;
  readonly line: 'ONLINE' | 'OFFLINE';
  /** ISO 8601 duration from a removal until it has forgotten the credential without a line; null where the provider does not say. */
  readonly worstCase: string | null;
}

/** What hangs on a credential and is touched by taking it off (requirement 16). */
export interface Obligations {
  readonly balance: Money | null;
  readonly pending: readonly { readonly id: string; readonly amount: Money; readonly text: string }[];
  readonly mandates: readonly Mandate[];
  /** Loans that are not paid back, in the order of their numbers; left out where it lends nothing. */
  readonly loans?: readonly OwedLoan[];
}

/** A loan that runs, as its lender says now. */
export interface OwedLoan {
  /** The lender's number of it. */
  readonly id: string;
  readonly outstanding: Money;
  /** The next day of repayment; null where none is due any more. */
  readonly nextRepaymentOn: CalendarDay | null;
}

/** Somebody collects from a credential by themselves: a merchant again and again, or a lender the repayments. */
export interface Mandate {
  /** The provider's name for it. */
  readonly id: string;
  readonly merchant: string;
  /** What is collected next; left out where the provider does not say, or it differs each time. */
  readonly amount?: Money;
  /** Day of the next collection, `2026-12-01`; left out where the provider does not say. */
  readonly nextOn?: string;
}

/** What a holder can have done about what hangs on a credential, so that it is in nobody's way. */
export const obligationActKinds = ['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'] as const;
export type ObligationActKind = (typeof obligationActKinds)[number];

export const isObligationAct = (kind: string): kind is ObligationActKind =>
  (obligationActKinds as readonly string[]).includes(kind);

export const activationStepKinds = ['AT_PROVIDER', 'OPEN_LINK', 'ENTER_CODE', 'SIGN_MESSAGE'] as const;

/** One thing that a holder does before a provider confirms. */
export type ActivationStep =
  /** In the provider's own app or at its counter; we know no more. */
  | { readonly kind: 'AT_PROVIDER' }
  /** A page of the provider, to be opened by the holder only: to agree to a contract, to add a pass. */
  | { readonly kind: 'OPEN_LINK'; readonly url: string }
  /** A code that the provider sent, masked to where; it is answered here. */
  | { readonly kind: 'ENTER_CODE'; readonly sentTo: string | null }
  /** A text to be signed with a key that only the holder has; the signature is answered here. `scheme` says how. */
  | { readonly kind: 'SIGN_MESSAGE'; readonly message: string; readonly scheme: string };

/** What a provider waits for. */
export interface Activation {
  /** In the order to be done, one at least. */
  readonly steps: readonly ActivationStep[];
  /** Until when, UTC, ISO 8601; left out where only the profile's deadline holds. */
  readonly until?: string;
}

/** What a holder answers to ENTER_CODE or SIGN_MESSAGE. */
export interface ActivationAnswer {
  readonly code?: string;
  readonly signature?: string;
}

/** One of a credential's obligations, and what is to become of it. */
export interface ObligationRequest {
  /** Also the idempotency key, as of every operation. */
  readonly operationId: Id<'operation'>;
  readonly kind: ObligationActKind;
  readonly credentialReference: string;
  /** The provider's name for the mandate or payment; left out for the balance. */
  readonly obligationId?: string;
  /** What is paid, or paid out: exactly that or nothing. Left out for mandates. */
  readonly amount?: Money;
  /** The credential that a mandate moves to. */
  readonly toCredentialReference?: string;
}
