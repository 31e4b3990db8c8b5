import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base58 } from '@scure/base';
import { attempt, type AddressForm } from './address-form';

const checksumOf = (body: Uint8Array) =>
  blake2b(concatBytes(new TextEncoder().encode('SS58PRE'), body), { dkLen: 64 }).subarray(0, 2);

/** The 32 bytes of an account, or undefined where it is of another network or mistyped (SS58, one byte of prefix). */
export function parseSs58(text: string, prefix: number): Uint8Array | undefined {
  if (text.length > 50) return undefined;
  const bytes = attempt(() => base58.decode(text));
  if (bytes?.length !== 35 || bytes[0] !== prefix) return undefined;
  const [first, second] = checksumOf(bytes.subarray(0, 33));
  return bytes[33] === first && bytes[34] === second ? bytes.subarray(1, 33) : undefined;
}

export function readSubstrateAddress(text: string, prefix: number): AddressForm {
  const account = parseSs58(text, prefix);
  return account ? { normal: text } : 'INVALID';
}
