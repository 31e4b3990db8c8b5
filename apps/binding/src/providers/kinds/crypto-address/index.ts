import type { CardKind } from '../card-kind';
import { askAnew } from '../card-kind.rules';
import { sayPlainName } from '../plain-name';
import { chainNamed } from './chain.rules';
import { readTypedAddress, type EnteredAddress, type TypedAddress } from './read-typed-address';
import { say } from './crypto-address.words';
import { cryptoAddressProtocol } from './protocol';

const retype = [{ code: 'CorrectInput' }] as const;

/** Nothing here pays with it: a transaction is signed in the wallet that has the key, and nowhere else. */
export const cryptoAddress = {
  code: 'CRYPTO_ADDRESS',
  description: 'An address of a blockchain whose keys its holder keeps. Nothing is paid with it here.',
  canPay: false,
  opensDoors: false,
  holderKeepsKeys: true,
  entry: {
    field: 'address',
    asks: ({ brand }) => [{ name: 'chain', known: brand === null ? null : chainNamed(brand) }, ...askAnew('address')],
    read: (input, provider) => readTypedAddress(input as TypedAddress, provider),
    protocol: cryptoAddressProtocol,
    refusals: {
      CHAIN_UNKNOWN: { remedies: retype, say: (locale) => say(locale, 'CHAIN_UNKNOWN') },
      ADDRESS_INVALID: { remedies: retype, say: (locale) => say(locale, 'ADDRESS_INVALID') },
      ADDRESS_CANNOT_SIGN: { remedies: retype, say: (locale) => say(locale, 'ADDRESS_CANNOT_SIGN') },
    },
  },
  sayKind: (locale) => say(locale, 'kind'),
  sayName: (card, provider, locale) =>
    card.brand ? say(locale, 'name', { chain: card.brand, lastFour: card.lastFour }) : sayPlainName(card, provider),
} as const satisfies CardKind<EnteredAddress>;
