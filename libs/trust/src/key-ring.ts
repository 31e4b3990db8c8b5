import { isBase64 } from '@bindery/kernel';

/** Secret keys of 256 bits by id, the current one first. */
export type KeyRing = ReadonlyMap<string, Uint8Array>;

const keyBytes = 32;

/**
 * The keys of `{"<kid>": "<base64 of 32 bytes>", …}` in their order, of which the first is the current one. Throws when there is none, when one is
 * not the base64 of 32 bytes as an encoder writes it (RFC 4648, 3.5), and when an id is a whole number: objects put those before all
 * others and sort them (ECMA-262, OrdinaryOwnPropertyKeys), so that the first would not be the one that was written first.
 */
export function toKeyRing(base64ById: unknown): KeyRing {
  if (typeof base64ById !== 'object' || base64ById === null)
    throw new Error('keys are an object of base64 texts by id');
  const keys = new Map<string, Uint8Array>();
  for (const [kid, base64] of Object.entries(base64ById)) {
    if (kid === '' || /^\d+$/.test(kid))
      throw new Error(
        `the key id ${JSON.stringify(kid)} is a whole number, which loses its place in JSON: put a letter before it`,
      );
    const key = typeof base64 === 'string' && isBase64(base64) ? Buffer.from(base64, 'base64') : undefined;
    if (key?.length !== keyBytes) throw new Error(`the key ${JSON.stringify(kid)} is not base64 of 32 bytes`);
    keys.set(kid, new Uint8Array(key));
  }
  if (keys.size === 0) throw new Error('there is no key: one or more base64 texts of 32 bytes by id are needed');
  return keys;
}
