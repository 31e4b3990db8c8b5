import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import type { CardElement } from '../card-elements.rules';
import { sayPlainName } from '../plain-name';
import { readBankCard, type EnteredBankCard, type TypedBankCard } from './bank-card.rules';
import { say } from './bank-card.words';
import { bankCardProtocol } from './protocol';

/** Where each element that a bank compares is entered. */
const fieldOf = { HOLDER_NAME: 'holderName', ID_NUMBER: 'idNumber', PHONE: 'phone' } as const satisfies Record<
  CardElement,
  keyof TypedBankCard
>;

export const bankCard = {
  code: 'BANK_CARD',
  description: 'Pays: a debit or credit card.',
  canPay: true,
  opensDoors: false,
  hasPhysicalCard: true,
  hasLastDay: true,
  entry: {
    field: 'bank',
    asks: (_, { elements }) => askAnew('number', ...elements.map((element) => fieldOf[element])),
    read: (input, provider, now) => readBankCard(input as TypedBankCard, provider, now),
    protocol: bankCardProtocol,
    refusals: {
      CARD_NOT_ACCEPTED: {
        remedies: [{ code: 'ConfirmWithBank' }, { code: 'UseOtherCard' }],
        say: (locale) => say(locale, 'CARD_NOT_ACCEPTED'),
      },
      CARD_DETAILS_DIFFER: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ConfirmWithBank' }],
        say: (locale) => say(locale, 'CARD_DETAILS_DIFFER'),
      },
      RESERVED_PHONE_DIFFERS: {
        remedies: [{ code: 'ConfirmWithBank' }, { code: 'CorrectInput' }, { code: 'UseOtherCard' }],
        say: (locale) => say(locale, 'RESERVED_PHONE_DIFFERS'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: (card, provider, locale) =>
    card.brand
      ? say(locale, 'name', { provider, brand: card.brand, lastFour: card.lastFour })
      : sayPlainName(card, provider),
} as const satisfies CardKind<EnteredBankCard>;
