import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import { sayPlainName } from '../plain-name';
import { readLenderAccount, type EnteredLenderAccount, type TypedLenderAccount } from './lender-account.rules';
import { say } from './lender-account.words';
import { lenderAccountProtocol } from './protocol';

export const lenderAccount = {
  code: 'LENDER_ACCOUNT',
  description: 'An account at a lender, which is looked at through the wallet; it pays nothing.',
  canPay: false,
  opensDoors: false,
  entry: {
    field: 'lender',
    asks: () => askAnew('holderName', 'idNumber'),
    read: (input, provider, now) => readLenderAccount(input as TypedLenderAccount, provider, now),
    protocol: lenderAccountProtocol,
    refusals: {
      LENDER_ACCOUNT_UNKNOWN: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
        say: (locale) => say(locale, 'LENDER_ACCOUNT_UNKNOWN'),
      },
      IDENTITY_MISMATCH: {
        remedies: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
        say: (locale) => say(locale, 'IDENTITY_MISMATCH'),
      },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: sayPlainName,
} as const satisfies CardKind<EnteredLenderAccount>;
