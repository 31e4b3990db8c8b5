import { timingSafeEqual } from 'node:crypto';

const toBytes = (secret: string | Uint8Array): Uint8Array =>
  typeof secret === 'string' ? Buffer.from(secret) : secret;

/** Takes as long for a first byte wrong as for the last, so that a secret cannot be found byte by byte; its length may be told. */
export function isSame(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  const [one, other] = [toBytes(given), toBytes(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
