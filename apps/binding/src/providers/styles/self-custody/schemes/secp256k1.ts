import { secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import type { SignatureFault } from '../verdict.rules';

const order = secp256k1.Point.Fn.ORDER;

/** r and s within the group, s in its lower half: else anybody could turn a signature into another one of the same message (EIP-2, BIP-146). */
function faultOfScalars(compact: Uint8Array): SignatureFault | undefined {
  const r = bytesToNumberBE(compact.subarray(0, 32));
  const s = bytesToNumberBE(compact.subarray(32, 64));
  if (r === 0n || r >= order || s === 0n || s >= order) return 'SIGNATURE_FORMAT';
  return s > order / 2n ? 'SIGNATURE_MALLEABLE' : undefined;
}

/** r and s of a signature in DER, as witnesses of Bitcoin have it; anything that is not the one way of writing them is refused (BIP-66, BIP-146). */
export function readDer(der: Uint8Array): Uint8Array | SignatureFault {
  const compact = attempt(() => secp256k1.Signature.fromBytes(der, 'der').toBytes('compact'));
  return compact ? (faultOfScalars(compact) ?? compact) : 'SIGNATURE_FORMAT';
}

/** The public key that signed, uncompressed (65 bytes). `compact`: r and s; `recovery`: 0 or 1, as 2 and 3 never come of an honest signer. */
export function recoverKey(digest: Uint8Array, compact: Uint8Array, recovery: number): Uint8Array | SignatureFault {
  if (compact.length !== 64 || (recovery !== 0 && recovery !== 1)) return 'SIGNATURE_FORMAT';
  const fault = faultOfScalars(compact);
  if (fault) return fault;
  const key = attempt(() =>
    secp256k1.Signature.fromBytes(compact, 'compact').addRecoveryBit(recovery).recoverPublicKey(digest).toBytes(false),
  );
  return key ?? 'SIGNATURE_INVALID';
}

export const compressKey = (key: Uint8Array): Uint8Array => secp256k1.Point.fromBytes(key).toBytes(true);

/** Whether this key made the signature of the digest; s was looked at before. */
export const isSignedBy = (compact: Uint8Array, digest: Uint8Array, key: Uint8Array): boolean =>
  attempt(() => secp256k1.verify(compact, digest, key, { prehash: false, lowS: true, format: 'compact' })) ?? false;
