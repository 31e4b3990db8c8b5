import { ripemd160 } from '@noble/hashes/legacy.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base58 } from '@scure/base';
import { attempt, type AddressForm } from './address-form';

/** Bytes with the checksum that keys and signatures of Antelope have: over the bytes and the name of their curve, none of old keys. */
export function decodeAntelope(text: string, suffix: string, length: number): Uint8Array | undefined {
  if (text.length > 120) return undefined;
  const bytes = attempt(() => base58.decode(text));
  if (bytes?.length !== length + 4) return undefined;
  const body = bytes.subarray(0, length);
  const checksum = ripemd160(concatBytes(body, new TextEncoder().encode(suffix)));
  return bytes.subarray(length).every((byte, place) => byte === checksum[place]) ? body : undefined;
}

export function toAntelopeKey(key: Uint8Array): string {
  const checksum = ripemd160(concatBytes(key, new TextEncoder().encode('K1'))).subarray(0, 4);
  return `PUB_K1_${base58.encode(concatBytes(key, checksum))}`;
}

const accountName = /^[a-z1-5.]{1,12}$/;

/**
 * A public key, `PUB_K1_…` or `EOS…` as it was written before. The name of an account says nothing of its keys, which can change by the hour: only a node
 * could tell them.
 */
export function readAntelopeKey(text: string): AddressForm {
  if (accountName.test(text)) return 'CANNOT_SIGN';
  const key = text.startsWith('PUB_K1_')
    ? decodeAntelope(text.slice('PUB_K1_'.length), 'K1', 33)
    : text.startsWith('EOS')
      ? decodeAntelope(text.slice('EOS'.length), '', 33)
      : undefined;
  return key && (key[0] === 2 || key[0] === 3) ? { normal: toAntelopeKey(key) } : 'INVALID';
}
