import type { CardProtocol } from '../../generic/card-protocol';
import { bankTokenAnswer } from '../../generic/protocol';

/** A bank gets the card number, once, and answers with a token in its place. */
export const bankCardProtocol: CardProtocol = {
  toTokenRequest: (input) => (input.kind === 'BANK_CARD' ? { cardNumber: input.number.reveal() } : undefined),
  tokenAnswer: bankTokenAnswer,
  refusal: 'CARD_NOT_ACCEPTED',
};
