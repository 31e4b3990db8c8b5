import type { Id } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../../lifecycle';
import type { CardNumberInvalid, DevicePlatform } from '../../providers';
import type { CurrentTerms } from './agreed-terms.rules';

interface ProviderUnknown {
  readonly kind: 'PROVIDER_UNKNOWN';
}

/** What was agreed to is not what the provider asks for now: another version, or other words. */
export interface TermsChanged {
  readonly kind: 'TERMS_CHANGED';
  readonly terms: CurrentTerms;
}

export interface ProviderUnavailable {
  readonly kind: 'PROVIDER_UNAVAILABLE';
  readonly retryAt: Date;
}

/** Too many cards were handed over, or declined, by one account, device or network address. */
export interface TooManyCards {
  readonly kind: 'TOO_MANY_CARDS';
  readonly retryAt: Date;
}

interface AlreadyBound {
  readonly kind: 'ALREADY_BOUND';
  readonly existingId: Id<'binding'>;
  /** Whether it can be taken off now. */
  readonly canUnbind: boolean;
}

export interface BindingLimit {
  readonly kind: 'BINDING_LIMIT';
  readonly limit: number;
}

/** `reason`: ACCOUNT_LOCKED, that card or device are reported lost, that we hold the card, that a loan of a card that moves would be left behind, DEVICE_NOT_TAKEN, or the definitive no that the kind of card has. */
export interface BindingRefused {
  readonly kind: 'BINDING_REFUSED';
  readonly reason: string;
  /** Where it can be bound instead; with DEVICE_NOT_TAKEN. */
  readonly platforms?: readonly DevicePlatform[];
}

/** What is refused inside the transaction of a start. */
export type StartRefusal = NotFound | AlreadyBound | BindingLimit | BindingRefused;

export type StartBindingError =
  OnceRefusal | StartRefusal | TermsChanged | CardNumberInvalid | ProviderUnknown | ProviderUnavailable | TooManyCards;
