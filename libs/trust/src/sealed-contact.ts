import { compactDecrypt, CompactEncrypt } from 'jose';
import { z } from 'zod';

/** Keys that seal contact details between services: 256-bit, by id, the current one first. */
export type ContactKeys = ReadonlyMap<string, Uint8Array>;

/** Reads `{"<kid>": "<base64 of 32 bytes>", …}`; throws when a key has another length. */
export function readContactKeys(text: string): ContactKeys {
  const entries = Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text)));
  const keys = new Map(entries.map(([kid, base64]) => [kid, new Uint8Array(Buffer.from(base64, 'base64'))]));
  if (keys.size === 0 || [...keys.values()].some((key) => key.length !== 32))
    throw new Error('contact keys are one or more base64 texts of 32 bytes');
  return keys;
}

/** A phone number or mail address as compact JWE (RFC 7516; dir, A256GCM): events carry no contact detail in clear. */
export async function sealContact(address: string, keys: ContactKeys): Promise<string> {
  const [current] = keys;
  if (!current) throw new Error('no contact key');
  const [kid, key] = current;
  return new CompactEncrypt(new TextEncoder().encode(address))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid })
    .encrypt(key);
}

/** The address again; throws when the seal is broken or its key has been destroyed (erasure). */
export async function openContact(sealed: string, keys: ContactKeys): Promise<string> {
  const { plaintext } = await compactDecrypt(sealed, ({ kid }) => {
    const key = kid && keys.get(kid);
    if (!key) throw new Error('the key of this sealed contact is gone');
    return key;
  });
  return new TextDecoder().decode(plaintext);
}
