import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '@bindery/kernel';
import { verifySignature, type HeaderValues, type SignatureError } from './signature';

/** A message whose signature is good. Nothing of its text was looked at for that. */
export interface SignedMessage {
  readonly id: string;
  readonly text: string;
}

/** The message that was signed with this secret. Bytes that are no text cannot have been (RFC 8259, 8.1: JSON is UTF-8). */
export function readSignedBytes(
  bytes: Buffer,
  headers: HeaderValues,
  secret: string,
  now: Date,
): Result<SignedMessage, SignatureError> {
  if (!isUtf8(bytes)) return err({ kind: 'SIGNATURE_INVALID' });
  const text = bytes.toString('utf8');
  const verdict = verifySignature(secret, headers, text, now);
  return verdict.ok ? ok({ id: verdict.value, text }) : verdict;
}
