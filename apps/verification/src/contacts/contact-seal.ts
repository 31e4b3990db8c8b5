import type { Id } from '@bindery/kernel';
import { openContact, phoneSubject, sealContact, type ContactKeys } from '@bindery/trust';
import type { KeyedDigest } from '../keys';

/** Addresses as they may be kept: sealed, to be opened when something is sent, and as digest, to be counted by. */
export interface ContactSeal {
  seal(address: string): Promise<string>;
  open(sealed: string): Promise<string>;
  readonly digestOf: KeyedDigest;
  /** What stands for a phone in the proof of it. */
  subjectOf(phone: string, proofId: Id<'proof'>): string;
}

export const createContactSeal = (keys: ContactKeys, digestOf: KeyedDigest): ContactSeal => ({
  seal: (address) => sealContact(address, keys),
  open: (sealed) => openContact(sealed, keys),
  digestOf,
  subjectOf: (phone, proofId) => phoneSubject(phone, proofId, keys),
});
