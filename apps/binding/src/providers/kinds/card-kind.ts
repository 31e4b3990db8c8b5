import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Card } from '../../lifecycle';
import type { EnteredCard } from '../connector.rules';
import type { CardProtocol } from '../card-protocol';
import type { CardReading } from './card-kind.rules';

/** Everything that differs by kind of card; all else in this service is the same for each. */
export interface CardKind<Entered extends EnteredCard = EnteredCard> {
  /** Names the kind in the graph, in events, in tables and in catalogue/providers, and never changes. */
  readonly code: Entered['kind'];
  /** For the schema's documentation. */
  readonly description: string;
  /** Only payment methods can be the default (invariant 6). */
  readonly canPay: boolean;
  /** The only cards that an access administrator may take off. */
  readonly opensDoors: boolean;
  /** A card of plastic, which goes on working where it is shown itself. */
  readonly hasPhysicalCard?: boolean;
  /** There is no card outside that goes on working: what goes on is what the holder does with keys of their own. */
  readonly holderKeepsKeys?: boolean;
  /** It has a last day, and more on it than a number that its provider may compare. */
  readonly hasLastDay?: boolean;
  /** How a holder enters one; null while no provider's cards of this kind can be bound. */
  readonly entry: CardEntry<Entered> | null;
  /** What people call it within a sentence, after “the” or “your”; events tell it, for those who know no kinds. */
  sayKind(locale: Locale): string;
  /** The name by which a holder knows a card: never more of its number than the last four characters. */
  sayName(card: Card, provider: string, locale: Locale): string;
}

interface CardRefusal {
  readonly remedies: readonly Remedy[];
  say(locale: Locale): string;
}

/** How it is asked for in the graph stands in the input of the kind. */
export interface CardEntry<Entered extends EnteredCard = EnteredCard> extends CardReading<Entered> {
  readonly protocol: CardProtocol<Entered>;
  /** Each definitive no to a card of this kind in words, by its code: ours before anybody is asked, or the provider's. */
  readonly refusals: Readonly<Record<string, CardRefusal>>;
}
