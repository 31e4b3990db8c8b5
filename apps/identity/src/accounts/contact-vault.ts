import { createHmac } from 'node:crypto';
import { openContact, sealContact, type ContactKeys } from '@bindery/trust';
import type { ContactChannel } from './contact-point.rules';

/** Keeps addresses out of sight: at rest they are sealed, and found by a keyed hash that cannot be tried out without the key. */
export interface ContactVault {
  seal(address: string): Promise<string>;
  /** Throws when the seal is broken or its key is gone. */
  open(sealed: string): Promise<string>;
  /** HMAC-SHA-256 of channel and address, base64url: the same address has the same one. */
  lookupOf(channel: ContactChannel, address: string): string;
}

export interface ContactSecrets {
  readonly contactKeys: ContactKeys;
  readonly lookupKey: Uint8Array;
}

export function createContactVault({ contactKeys, lookupKey }: ContactSecrets): ContactVault {
  return {
    seal: (address) => sealContact(address, contactKeys),
    open: (sealed) => openContact(sealed, contactKeys),
    lookupOf: (channel, address) => createHmac('sha256', lookupKey).update(`${channel} ${address}`).digest('base64url'),
  };
}
