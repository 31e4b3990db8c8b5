import { base58 } from '@scure/base';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import { decodeAntelope } from '../../../kinds/crypto-address/forms/antelope';
import { parseBitcoinAddress } from '../../../kinds/crypto-address/forms/bitcoin';
import type { Chain } from '../../../kinds/crypto-address/chain.rules';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { verifyAntelope } from './antelope';
import { verifyAptos } from './aptos';
import { verifyBip322 } from './bip-322';
import { isStrongEd25519Key } from './ed25519';
import { verifyEip191 } from './eip-191';
import { verifySolana } from './solana';
import { verifySubstrate } from './substrate';
import { verifyTip191 } from './tip-191';

/** Whether a signature proves that whoever made it has the key of an address. Never throws for what came from outside. */
export function verifySignedMessage({ family, ss58Prefix = 42 }: Chain, signed: SignedMessage): SignatureVerdict {
  switch (family) {
    case 'EVM':
      return verifyEip191(signed);
    case 'BITCOIN':
      return verifyBip322(signed);
    case 'TRON':
      return verifyTip191(signed);
    case 'SOLANA':
      return verifySolana(signed);
    case 'APTOS':
      return verifyAptos(signed);
    case 'SUBSTRATE':
      return verifySubstrate(ss58Prefix)(signed);
    case 'ANTELOPE':
      return verifyAntelope(signed);
  }
}

/** Whether an address that is a key itself is a good one: programs of Solana have addresses that are no points, and nobody signs for those. */
export function canSign({ family }: Chain, address: string): boolean {
  switch (family) {
    case 'SOLANA':
      return isStrongEd25519Key(base58.decode(address));
    case 'ANTELOPE': {
      const key = decodeAntelope(address.slice('PUB_K1_'.length), 'K1', 33);
      return key !== undefined && attempt(() => secp256k1.Point.fromBytes(key)) !== undefined;
    }
    case 'BITCOIN': {
      const read = parseBitcoinAddress(address);
      if (read === undefined || read === 'CANNOT_SIGN') return false;
      return (
        read.type !== 'P2TR' ||
        attempt(() => secp256k1.Point.fromBytes(Uint8Array.of(2, ...read.program))) !== undefined
      );
    }
    default:
      return true;
  }
}
