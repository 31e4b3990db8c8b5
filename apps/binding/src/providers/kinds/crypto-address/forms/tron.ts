import { sha256 } from '@noble/hashes/sha2.js';
import { createBase58check } from '@scure/base';
import { attempt, type AddressForm } from './address-form';

const base58check = createBase58check(sha256);
/** The main network's, which makes an address begin with T. */
const version = 0x41;

export const toTronAddress = (account: Uint8Array): string => base58check.encode(Uint8Array.of(version, ...account));

/** 0x41 and 20 bytes, as Base58Check. */
export function readTronAddress(text: string): AddressForm {
  const bytes = attempt(() => base58check.decode(text));
  return bytes?.length === 21 && bytes[0] === version ? { normal: text } : 'INVALID';
}
