import type { InvalidInput, Result } from '@bindery/kernel';
import type { Card } from '../../lifecycle/card.rules';
import type { EnteredCard } from '../connector.rules';
import type { CardElement } from './card-elements.rules';
import type { CardNumberInvalid, CardRefused } from './card-kind.errors';

/** A card that was entered and can be right. */
export interface NewCard<Entered extends EnteredCard = EnteredCard> {
  /** For the provider's tokenisation. */
  readonly entered: Entered;
  readonly identity: CardIdentity;
  /** What one try to hand it over is known by, where that is more than the card: who guesses what else is asked, tries each time anew. */
  readonly attempt?: CardIdentity;
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
  /** What it compares besides the number of a card. */
  readonly elements: readonly CardElement[];
}

/** A field of a kind's input, and what is known of it before it is typed again; never a secret. */
export interface AskedField {
  readonly name: string;
  readonly known: string | null;
}

/** Of fields that nothing is known of. */
export const askAnew = (...names: readonly string[]): readonly AskedField[] =>
  names.map((name) => ({ name, known: null }));

/** How a kind reads what its holder typed. */
export interface CardReading<Entered extends EnteredCard = EnteredCard> {
  /** The field of the input that is for this kind, e.g. `bank`. */
  readonly field: string;
  /** What of its input has to be there, for a card that was bound before. */
  asks(card: Pick<Card, 'brand' | 'site'>, provider: Pick<CardProvider, 'elements'>): readonly AskedField[];
  /** Checks what can be checked without asking anybody. */
  read(
    input: object,
    provider: CardProvider,
    now: Date,
  ): Result<NewCard<Entered>, InvalidInput | CardNumberInvalid | CardRefused>;
}
