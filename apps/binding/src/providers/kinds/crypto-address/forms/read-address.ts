import type { Chain } from '../chain.rules';
import type { AddressForm } from './address-form';
import { readAntelopeKey } from './antelope';
import { readAptosAddress } from './aptos';
import { readBitcoinAddress } from './bitcoin';
import { readEvmAddress } from './evm';
import { readSolanaAddress } from './solana';
import { readSubstrateAddress } from './substrate';
import { readTronAddress } from './tron';

/** What an address of this chain is, in its one form. */
export function readAddress({ family, ss58Prefix = 42 }: Chain, text: string): AddressForm {
  switch (family) {
    case 'EVM':
      return readEvmAddress(text);
    case 'BITCOIN':
      return readBitcoinAddress(text);
    case 'TRON':
      return readTronAddress(text);
    case 'SOLANA':
      return readSolanaAddress(text);
    case 'APTOS':
      return readAptosAddress(text);
    case 'SUBSTRATE':
      return readSubstrateAddress(text, ss58Prefix);
    case 'ANTELOPE':
      return readAntelopeKey(text);
  }
}
