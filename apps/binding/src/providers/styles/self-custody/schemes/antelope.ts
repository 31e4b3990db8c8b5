import { sha256 } from '@noble/hashes/sha2.js';
import { decodeAntelope, toAntelopeKey } from '../../../kinds/crypto-address/forms/antelope';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { utf8 } from './bytes';
import { compressKey, recoverKey } from './secp256k1';

const prefix = 'SIG_K1_';

/** `SIG_K1_…` over SHA-256 of the text, by the key that the address is. */
export function verifyAntelope({ address, message, signature }: SignedMessage): SignatureVerdict {
  const bytes = signature.startsWith(prefix) ? decodeAntelope(signature.slice(prefix.length), 'K1', 65) : undefined;
  // 31 and 32: of a compressed key, the only ones that there are.
  const key = bytes ? recoverKey(sha256(utf8(message)), bytes.subarray(1), (bytes[0] ?? 0) - 31) : 'SIGNATURE_FORMAT';
  if (typeof key === 'string') return key;
  return toAntelopeKey(compressKey(key)) === address ? 'GOOD' : 'OTHER_ADDRESS';
}
