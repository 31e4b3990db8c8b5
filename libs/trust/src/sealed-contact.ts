import { compactDecrypt, CompactEncrypt } from 'jose';
import { isCompact } from './compact';
import { toKeyRing, type KeyRing } from './key-ring';

/** Keys that seal contact details between services: 256-bit, by id, the current one first. */
export type ContactKeys = KeyRing;

/** Reads `{"<kid>": "<base64 of 32 bytes>", …}`; throws as `toKeyRing` does. */
export const readContactKeys = (text: string): ContactKeys => toKeyRing(JSON.parse(text));

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
  if (!isCompact(sealed)) throw new Error('this is no sealed contact');
  const { plaintext } = await compactDecrypt(sealed, ({ kid }) => {
    const key = kid && keys.get(kid);
    if (!key) throw new Error('the key of this sealed contact is gone');
    return key;
  });
  return new TextDecoder().decode(plaintext);
}
