import { ed25519 } from '@noble/curves/ed25519.js';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import type { SignatureVerdict } from '../verdict.rules';
import { toNumberLe } from './bytes';

const pointOf = (bytes: Uint8Array) => attempt(() => ed25519.Point.fromBytes(bytes, false));

/** A point of the prime order, in its one encoding. For any other some signatures are good of every message. */
export const isStrongEd25519Key = (key: Uint8Array): boolean => {
  const point = pointOf(key);
  return point !== undefined && !point.isSmallOrder() && point.isTorsionFree();
};

/** RFC 8032, 5.1.7, with everything refused that could be written in a second way (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs). */
export function verifyEd25519(signature: Uint8Array, message: Uint8Array, key: Uint8Array): SignatureVerdict {
  if (signature.length !== 64) return 'SIGNATURE_FORMAT';
  if (key.length !== 32 || !isStrongEd25519Key(key)) return 'KEY_WEAK';
  if (toNumberLe(signature.subarray(32)) >= ed25519.Point.Fn.ORDER) return 'SIGNATURE_MALLEABLE';
  const commitment = pointOf(signature.subarray(0, 32));
  if (!commitment) return 'SIGNATURE_INVALID';
  if (commitment.isSmallOrder() || !commitment.isTorsionFree()) return 'SIGNATURE_MALLEABLE';
  return ed25519.verify(signature, message, key, { zip215: false }) ? 'GOOD' : 'SIGNATURE_INVALID';
}
