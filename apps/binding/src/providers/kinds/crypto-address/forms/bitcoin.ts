import { sha256 } from '@noble/hashes/sha2.js';
import { bech32, bech32m, createBase58check } from '@scure/base';
import { attempt, type AddressForm } from './address-form';

const base58check = createBase58check(sha256);

/** P2SH_P2WPKH: whether a script hash is one cannot be seen before something of it was signed. */
export type BitcoinAddressType = 'P2PKH' | 'P2SH_P2WPKH' | 'P2WPKH' | 'P2TR';

export interface BitcoinAddress {
  readonly type: BitcoinAddressType;
  /** Hash of a key or script, or the key itself (P2TR). */
  readonly program: Uint8Array;
  readonly normal: string;
}

const prefix = 'bc';

function readSegwit(lower: string): BitcoinAddress | 'CANNOT_SIGN' | undefined {
  for (const [code, version] of [
    [bech32, 0],
    [bech32m, 1],
  ] as const) {
    const decoded = attempt(() => code.decode(lower as `${string}1${string}`, 90));
    const [first, ...words] = decoded?.words ?? [];
    const program = attempt(() => code.fromWords(words));
    if (decoded?.prefix !== prefix || first !== version || !program) continue;
    if (version === 0 && program.length === 20) return { type: 'P2WPKH', program, normal: lower };
    if (version === 1 && program.length === 32) return { type: 'P2TR', program, normal: lower };
    // A witness script: whose keys it has is not in the address (BIP-141).
    if (version === 0 && program.length === 32) return 'CANNOT_SIGN';
  }
  return undefined;
}

function readBase58(text: string): BitcoinAddress | undefined {
  const bytes = attempt(() => base58check.decode(text));
  if (bytes?.length !== 21) return undefined;
  const program = bytes.subarray(1);
  if (bytes[0] === 0x00) return { type: 'P2PKH', program, normal: text };
  return bytes[0] === 0x05 ? { type: 'P2SH_P2WPKH', program, normal: text } : undefined;
}

/** What an address of the main network stands for (BIP-13, 173, 350), or why it cannot be bound. */
export function parseBitcoinAddress(text: string): BitcoinAddress | 'CANNOT_SIGN' | undefined {
  // Bech32 may be all upper case, as codes to scan have it; never mixed.
  if (/^(bc1[a-z0-9]+|BC1[A-Z0-9]+)$/.test(text)) return readSegwit(text.toLowerCase());
  return readBase58(text);
}

export function readBitcoinAddress(text: string): AddressForm {
  const address = parseBitcoinAddress(text);
  if (address === undefined) return 'INVALID';
  return address === 'CANNOT_SIGN' ? address : { normal: address.normal };
}
