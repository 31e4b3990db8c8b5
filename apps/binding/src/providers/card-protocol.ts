import type { z } from 'zod';
import type { TokenisedCard } from './connector';
import type { EnteredCard } from './connector.rules';

/** What differs between kinds of card in the generic protocol: how one is handed over for tokenisation. */
export interface CardProtocol<Entered extends EnteredCard = EnteredCard> {
  /** Other cards are refused without asking the provider. */
  readonly kind: Entered['kind'];
  /** The body of POST /tokens. */
  toTokenRequest(card: Entered): object;
  /** What no answer may repeat, since answers are stored. */
  secretOf?(card: Entered): string | readonly string[];
  readonly tokenAnswer: z.ZodType<TokenisedCard>;
  /** The definitive noes of this kind, in an answer 422; the first is also the answer to a card of another kind. */
  readonly refusals: readonly [string, ...string[]];
  /** Whether its providers lend money, and speak of consents, offers and loans too. */
  readonly lends?: boolean;
}
