import type { z } from 'zod';
import type { CardInput, TokenisedCard, TokeniseError } from '../connector';

/** What differs between kinds of card in the generic protocol: how one is handed over for tokenisation. */
export interface CardProtocol {
  /** The body of POST /tokens, or undefined when this kind of provider takes no such card. */
  toTokenRequest(input: CardInput): object | undefined;
  readonly tokenAnswer: z.ZodType<TokenisedCard>;
  /** The one definitive no of this kind, in an answer 422. */
  readonly refusal: Exclude<TokeniseError['kind'], 'PROVIDER_UNAVAILABLE'>;
}
