import { createHmac, hkdfSync } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import { isSame } from './is-same';
import type { ContactKeys } from './sealed-contact';

/**
 * A phone as the subject of a proof of somebody not signed in: `<kid>.<HMAC-SHA-256>` over proof and number. Tokens lie in clients and their logs, so they name no
 * number in clear, and two of them for one number have nothing in common. Without a key the few numbers that there are cannot be tried.
 */
export function phoneSubject(phone: string, proofId: Id<'proof'>, keys: ContactKeys): string {
  const [current] = keys;
  if (!current) throw new Error('no contact key');
  const [kid, key] = current;
  return digestOf(phone, proofId, kid, key);
}

/**
 * Whether the subject of a proof is this phone, by any of the keys. A number in clear is what proofs named before they named digests, by a
 * version that may run beside this one while a system is updated; such a proof is good for five minutes. Read until 2027-12-31, as deprecated fields stay.
 */
export function isPhoneSubject(subject: string, phone: string, proofId: Id<'proof'>, keys: ContactKeys): boolean {
  if (subject.startsWith('+')) return subject === phone;
  const kid = subject.slice(0, subject.lastIndexOf('.'));
  const key = keys.get(kid);
  return key !== undefined && isSame(subject, digestOf(phone, proofId, kid, key));
}

/** By a key of its own, made of the one that seals contacts (HKDF, RFC 5869): no two uses share one. */
function digestOf(phone: string, proofId: Id<'proof'>, kid: string, key: Uint8Array): string {
  const own = Buffer.from(hkdfSync('sha256', key, '', 'bindery proof of phone', 32));
  return `${kid}.${createHmac('sha256', own).update(`${proofId} ${phone}`).digest('base64url')}`;
}
