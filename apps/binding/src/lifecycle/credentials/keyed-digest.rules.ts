import { createHmac } from 'node:crypto';
import { isBase64 } from '@bindery/kernel';

/** 256-bit keys by id, the current one first. Earlier ones stay for as long as fingerprints made with them are kept. */
export type FingerprintKeys = ReadonlyMap<string, Uint8Array>;

export interface KeyedDigests {
  /** The digest to keep, made with the current key: `<kid>.<base64url>`. */
  keep(text: string): string;
  /** The digests under all known keys, current first: the same text is the one whose kept digest is among them. */
  lookUp(text: string): readonly string[];
}

/**
 * Reads `{"<kid>": "<base64>", …}` (the first is the current one). Throws when there is none, a key is shorter than
 * 32 bytes (RFC 2104, 3: at least as long as the hash), or a kid has another form: JSON puts ids that are whole numbers
 * in an order of its own, so that the first would not be the one meant.
 */
export function toFingerprintKeys(keysById: Readonly<Record<string, string>>): FingerprintKeys {
  const keys = new Map(
    Object.entries(keysById).map(([kid, base64]) => [kid, new Uint8Array(Buffer.from(base64, 'base64'))]),
  );
  if (keys.size === 0) throw new Error('there is no card fingerprint key');
  for (const [kid, key] of keys) {
    if (!/^[a-z][\w-]{0,31}$/i.test(kid))
      throw new Error(
        `the id of card fingerprint key ${JSON.stringify(kid)} is not a letter and up to 31 letters, digits, _ or -`,
      );
    if (!isBase64(keysById[kid] ?? '') || key.length < 32)
      throw new Error(`card fingerprint key ${kid} is not base64 of 32 bytes or more`);
  }
  return keys;
}

/**
 * Tells whether two texts are the same without keeping either. HMAC-SHA-256 (RFC 2104): without the key a text cannot be found by trying all of them, as it
 * could be from a plain hash (PCI DSS 4.0.1, 3.5.1.1).
 */
export function createKeyedDigests(keys: FingerprintKeys): KeyedDigests {
  const [current] = keys;
  if (!current) throw new Error('there is no card fingerprint key');
  const under = ([kid, key]: [string, Uint8Array], text: string) =>
    `${kid}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  return {
    keep: (text) => under(current, text),
    lookUp: (text) => [...keys].map((entry) => under(entry, text)),
  };
}
