import { concatBytes, hexToBytes } from '@noble/hashes/utils.js';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes of hexadecimal digits, with 0x before them or not; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  const hex = /^(?:0x)?((?:[0-9a-fA-F]{2})+)$/.exec(text)?.[1];
  return hex === undefined ? undefined : hexToBytes(hex);
}

/** Text as wallets sign it, so that no signature of it can be one of a transaction: `\x19… Signed Message:\n`, the length in bytes, the text. */
export function prefixed(prefix: string, message: string): Uint8Array {
  const body = utf8(message);
  return concatBytes(utf8(`${prefix}${body.length}`), body);
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, place) => byte === b[place]);

export function toNumberLe(bytes: Uint8Array): bigint {
  let sum = 0n;
  for (const byte of [...bytes].reverse()) sum = sum * 256n + BigInt(byte);
  return sum;
}
