import type { ClassType } from 'type-graphql';
import type { InvalidInput, Remedy, Result } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Card } from '../../lifecycle';
import type { EnteredCard } from '../connector';
import type { CardProtocol } from '../generic/card-protocol';
import type { CardNumberInvalid } from './card-kind.errors';

/** Everything that differs by kind of card; all else in this service is the same for each. */
export interface CardKind<Entered extends EnteredCard = EnteredCard> {
  /** Names the kind in the graph, in events, in tables and in providers.json, and never changes. */
  readonly code: Entered['kind'];
  /** For the schema's documentation. */
  readonly description: string;
  /** Only payment methods can be the default (invariant 6). */
  readonly canPay: boolean;
  /** The only cards that an access administrator may take off. */
  readonly opensDoors: boolean;
  /** How a holder enters one; null while no provider's cards of this kind can be bound. */
  readonly entry: CardEntry<Entered> | null;
  /** What people call it within a sentence, after “the” or “your”; events tell it, for those who know no kinds. */
  sayKind(locale: Locale): string;
  /** The name by which a holder knows a card: never more of its number than the last four characters. */
  sayName(card: Card, provider: string, locale: Locale): string;
}

export interface CardEntry<Entered extends EnteredCard = EnteredCard> {
  /** The field of the input that is for this kind, e.g. `bank`, with its type and its description in the schema. */
  readonly field: string;
  readonly inputType: ClassType;
  readonly description: string;
  /** Checks what can be checked without asking anybody. */
  read(input: object, provider: string): Result<NewCard<Entered>, InvalidInput | CardNumberInvalid>;
  readonly protocol: CardProtocol<Entered>;
  /** The provider's definitive no, by the code of the protocol, in words. */
  readonly refusal: { readonly remedies: readonly Remedy[]; say(locale: Locale): string };
}

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
