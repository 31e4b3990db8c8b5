import type { InvalidInput, Result } from '@bindery/kernel';
import type { EnteredCard } from '../connector.rules';
import type { CardNumberInvalid, CardRefused } from './card-kind.errors';

/** A card that was entered and can be right. */
export interface NewCard<Entered extends EnteredCard = EnteredCard> {
  /** For the provider's tokenisation. */
  readonly entered: Entered;
  readonly identity: CardIdentity;
}

/** What a card is recognised by when it comes again. Its text is for the keyed fingerprint and is never kept or printed. */
export interface CardIdentity {
  reveal(): string;
}

/** What of a provider a kind has to know to read a card. */
export interface CardProvider {
  readonly code: string;
  /** Where its memberships are; null where it tells no list of them. */
  readonly sites: readonly { readonly code: string }[] | null;
}

/** How a kind reads what its holder typed. */
export interface CardReading<Entered extends EnteredCard = EnteredCard> {
  /** The field of the input that is for this kind, e.g. `bank`. */
  readonly field: string;
  /** Checks what can be checked without asking anybody. */
  read(input: object, provider: CardProvider): Result<NewCard<Entered>, InvalidInput | CardNumberInvalid | CardRefused>;
}
