import { hkdfSync } from 'node:crypto';

/** What the service's one key is used for; what is stored by one of them is worth nothing under another name. */
export type KeyUse = 'code' | 'contact' | 'client' | 'budget' | 'document';

/** The key for one use, out of the service's own of 32 bytes: no two uses share one (HKDF, RFC 5869). */
export const deriveKey = (key: Uint8Array, use: KeyUse): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', `bindery verification ${use}`, 32));
