import type { CardKind } from '../card-kind';
import { sayPlainName } from '../plain-name';
import { readBankCard, type EnteredBankCard, type TypedBankCard } from './bank-card.rules';
import { say } from './bank-card.words';
import { bankCardProtocol } from './protocol';

export const bankCard = {
  code: 'BANK_CARD',
  description: 'Pays: a debit or credit card.',
  canPay: true,
  opensDoors: false,
  entry: {
    field: 'bank',
    read: (input) => readBankCard(input as TypedBankCard),
    protocol: bankCardProtocol,
    refusals: {
      CARD_NOT_ACCEPTED: {
        remedies: [{ code: 'ConfirmWithBank' }, { code: 'UseOtherCard' }],
        say: (locale) => say(locale, 'CARD_NOT_ACCEPTED'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: (card, provider, locale) =>
    card.brand
      ? say(locale, 'name', { provider, brand: card.brand, lastFour: card.lastFour })
      : sayPlainName(card, provider),
} as const satisfies CardKind<EnteredBankCard>;
