import { blake2b } from '@noble/hashes/blake2.js';
import { verify as verifySr25519 } from '@scure/sr25519';
import { ristretto255 } from '@noble/curves/ed25519.js';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import { parseSs58 } from '../../../kinds/crypto-address/forms/substrate';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { fromHex, sameBytes, toNumberLe, utf8 } from './bytes';
import { verifyEd25519 } from './ed25519';
import { compressKey, recoverKey } from './secp256k1';

/** By the byte before a signature (MultiSignature of Substrate). */
const kinds = ['ED25519', 'SR25519', 'ECDSA'] as const;
type Kind = (typeof kinds)[number];

/** Older wallets leave the byte out; Schnorrkel marks its own by the topmost bit, which no good signature of Ed25519 has. */
function readSignature(bytes: Uint8Array): { readonly kind: Kind; readonly body: Uint8Array } | undefined {
  if (bytes.length === 64) return { kind: (bytes[63] ?? 0) >= 0x80 ? 'SR25519' : 'ED25519', body: bytes };
  const kind = kinds[bytes[0] ?? kinds.length];
  const body = bytes.subarray(1);
  return kind && body.length === (kind === 'ECDSA' ? 65 : 64) ? { kind, body } : undefined;
}

/** sr25519 of Schnorrkel, in the context “substrate”: over the bytes as they are given. */
export function verifySchnorrkel(signature: Uint8Array, message: Uint8Array, key: Uint8Array): SignatureVerdict {
  const point = attempt(() => ristretto255.Point.fromBytes(key));
  if (!point || point.equals(ristretto255.Point.ZERO)) return 'KEY_WEAK';
  const last = signature[63] ?? 0;
  if (last < 0x80) return 'SIGNATURE_FORMAT';
  const scalar = toNumberLe(Uint8Array.of(...signature.subarray(32, 63), last & 0x7f));
  if (scalar >= ristretto255.Point.Fn.ORDER) return 'SIGNATURE_MALLEABLE';
  const good = attempt(() => verifySr25519(message, signature, key));
  return good ? 'GOOD' : 'SIGNATURE_INVALID';
}

/** `signRaw`: the text between `<Bytes>` and `</Bytes>`, so that it is no transaction; hexadecimal. */
export const verifySubstrate =
  (prefix: number) =>
  ({ address, message, signature }: SignedMessage): SignatureVerdict => {
    const bytes = fromHex(signature);
    const read = bytes && readSignature(bytes);
    const account = parseSs58(address, prefix);
    if (!read || !account) return 'SIGNATURE_FORMAT';
    const wrapped = utf8(`<Bytes>${message}</Bytes>`);
    if (read.kind === 'SR25519') return verifySchnorrkel(read.body, wrapped, account);
    if (read.kind === 'ED25519') return verifyEd25519(read.body, wrapped, account);
    const key = recoverKey(blake2b(wrapped, { dkLen: 32 }), read.body.subarray(0, 64), read.body[64] ?? 2);
    if (typeof key === 'string') return key;
    return sameBytes(blake2b(compressKey(key), { dkLen: 32 }), account) ? 'GOOD' : 'OTHER_ADDRESS';
  };
