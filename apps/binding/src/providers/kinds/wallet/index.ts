import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import { sayAccountName } from '../plain-name';
import { walletProtocol } from './protocol';
import { readWallet, type EnteredWallet, type TypedWallet } from './wallet.rules';
import { say } from './wallet.words';

export const wallet = {
  code: 'WALLET',
  description: 'Pays: an account at another wallet.',
  canPay: true,
  opensDoors: false,
  entry: {
    field: 'wallet',
    asks: () => askAnew('account'),
    read: (input, provider) => readWallet(input as TypedWallet, provider),
    protocol: walletProtocol,
    refusals: {
      ACCOUNT_NOT_ACCEPTED: {
        remedies: [{ code: 'ContactProvider' }, { code: 'UseOtherCard' }],
        say: (locale) => say(locale, 'ACCOUNT_NOT_ACCEPTED'),
      },
      ACCOUNT_UNKNOWN: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
        say: (locale) => say(locale, 'ACCOUNT_UNKNOWN'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: sayAccountName,
} as const satisfies CardKind<EnteredWallet>;
