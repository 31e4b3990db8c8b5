import { z } from 'zod';
import type { CardProtocol } from '../../card-protocol';
import { shortText, textUpTo } from '../../bounds';
import type { EnteredBankCard } from './bank-card.rules';

/** Years of cards that are valid now, or were when the first was kept. */
const isYearOfCards = (day: string) => day >= '2020' && day < '2100';

/** A bank gets the card number, and what else it compares, once, and answers with a token in its place: one that echoes it must not make us keep it. */
export const bankCardProtocol: CardProtocol<EnteredBankCard> = {
  kind: 'BANK_CARD',
  toTokenRequest: ({ number, details }) => ({ cardNumber: number.reveal(), ...details?.reveal() }),
  secretOf: ({ number, details }) => [number.reveal(), ...Object.values(details?.reveal() ?? {})],
  tokenAnswer: z.object({
    token: shortText,
    brand: textUpTo(40).optional(),
    lastFour: z.string().regex(/^\d{4}$/),
    expiresOn: z.iso.date().refine(isYearOfCards, 'is of no card there is').optional(),
  }),
  refusals: ['CARD_NOT_ACCEPTED', 'CARD_DETAILS_DIFFER', 'RESERVED_PHONE_DIFFERS'],
};
