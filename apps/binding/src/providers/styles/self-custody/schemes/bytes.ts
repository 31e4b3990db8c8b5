import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of hexadecimal digits, with 0x before them or not; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  const hex = /^(?:0x)?((?:[0-9a-fA-F]{2})+)$/.exec(text)?.[1];
  return hex === undefined ? undefined : hexToBytes(hex);
}

/** What EVM and TRON wallets sign of a text, so that it is never a transaction: Keccak-256 of `\x19… Signed Message:\n`, the length in bytes, the text. */
export function hashPrefixed(prefix: string, message: string): Uint8Array {
  const body = utf8(message);
  return keccak_256(concatBytes(utf8(`${prefix}${body.length}`), body));
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);

export function toNumberLe(bytes: Uint8Array): bigint {
  let sum = 0n;
  for (const byte of [...bytes].reverse()) sum = sum * 256n + BigInt(byte);
  return sum;
}
