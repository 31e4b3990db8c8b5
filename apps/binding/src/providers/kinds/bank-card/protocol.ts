import { z } from 'zod';
import type { CardProtocol } from '../../generic/card-protocol';
import { shortText } from '../../generic/protocol';
import type { EnteredBankCard } from './bank-card.rules';

/** A bank gets the card number, once, and answers with a token in its place: one that echoes it must not make us keep it. */
export const bankCardProtocol: CardProtocol<EnteredBankCard> = {
  kind: 'BANK_CARD',
  toTokenRequest: ({ number }) => ({ cardNumber: number.reveal() }),
  secretOf: ({ number }) => number.reveal(),
  tokenAnswer: z.object({
    token: shortText,
    brand: shortText.optional(),
    lastFour: z.string().regex(/^\d{4}$/),
    expiresOn: z.iso.date().optional(),
  }),
  refusal: 'CARD_NOT_ACCEPTED',
};
