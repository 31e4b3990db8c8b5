import { err, faultOfText, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { toPlainTyping } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardRefused } from '../card-kind.errors';
import type { CardIdentity, CardProvider, NewCard } from '../card-kind.rules';
import { findChain } from './chain.rules';

export interface EnteredAddress extends EnteredCard {
  readonly kind: 'CRYPTO_ADDRESS';
  /** CAIP-2. */
  readonly chain: string;
  /** In the one form of its chain. */
  readonly address: string;
}

export interface TypedAddress {
  readonly chain: string;
  readonly address: string;
}

const chainLengthMax = 64;
const addressLengthMax = 128;
const refused = (reason: string) => err({ kind: 'BINDING_REFUSED', reason } as const);

/**
 * Reads an address as typed. The chain is part of what it is: the same key on two chains is two cards, since what hangs on it is not the same. Hashes and curves
 * are loaded when the first address comes, as most processes never see one.
 */
export function readTypedAddress(
  typed: TypedAddress,
  { code: provider }: CardProvider,
): Result<NewCard<EnteredAddress>, InvalidInput | CardRefused> {
  const fault =
    faultOfText('card.address.chain', typed.chain, chainLengthMax) ??
    faultOfText('card.address.address', typed.address, addressLengthMax);
  if (fault) return err(fault);
  const chain = findChain(toPlainTyping(typed.chain));
  if (!chain) return refused('CHAIN_UNKNOWN');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- see above
  const { readAddress } = require('./forms/read-address') as typeof import('./forms/read-address');
  const form = readAddress(chain, toPlainTyping(typed.address));
  if (form === 'INVALID') return refused('ADDRESS_INVALID');
  if (form === 'CANNOT_SIGN') return refused('ADDRESS_CANNOT_SIGN');
  return ok({
    entered: { kind: 'CRYPTO_ADDRESS', chain: chain.id, address: form.normal },
    identity: identifyAddress(provider, chain.id, form.normal),
  });
}

/** As JSON, so that no part of it can pass for another's. */
const identifyAddress = (provider: string, chain: string, address: string): CardIdentity => ({
  reveal: () => JSON.stringify([provider, chain, address]),
});
