import type { CardKind } from '../card-kind';
import { sayPlainName } from '../plain-name';

/** Known to clients, but there is no provider yet whose accounts can be bound. */
export const wallet = {
  code: 'WALLET',
  description: 'Pays: an account at another wallet.',
  canPay: true,
  opensDoors: false,
  entry: null,
  sayName: sayPlainName,
} as const satisfies CardKind;
