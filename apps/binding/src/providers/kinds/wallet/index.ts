import type { CardKind } from '../card-kind';
import { sayPlainName } from '../plain-name';
import { say } from './wallet.words';

/** Known to clients, but there is no provider yet whose accounts can be bound. */
export const wallet = {
  code: 'WALLET',
  description: 'Pays: an account at another wallet.',
  canPay: true,
  opensDoors: false,
  entry: null,
  sayKind: (locale) => say(locale, 'kind'),
  sayName: sayPlainName,
} as const satisfies CardKind;
