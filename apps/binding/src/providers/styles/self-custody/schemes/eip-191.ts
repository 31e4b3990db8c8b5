import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { toChecksumAddress } from '../../../kinds/crypto-address/forms/evm';
import type { SignatureFault, SignatureVerdict, SignedMessage } from '../verdict.rules';
import { fromHex, hashPrefixed } from './bytes';
import { recoverKey } from './secp256k1';

/** The last 20 bytes of the hash of the key that signed the digest: what EVM chains and TRON have for an account. */
export function recoverAccount(digest: Uint8Array, signature: Uint8Array): Uint8Array | SignatureFault {
  // r, s and v; v is 27 or 28, or 0 or 1 of hardware wallets. Those of transactions (EIP-155) are none of a message.
  const v = signature[64] ?? 0;
  const key = recoverKey(digest, signature.subarray(0, 64), v >= 27 ? v - 27 : v);
  return typeof key === 'string' ? key : keccak_256(key.subarray(1)).subarray(12);
}

/** `personal_sign`: 65 bytes in hexadecimal. Longer ones are of contract accounts (ERC-1271, ERC-6492). */
export function verifyEip191({ address, message, signature }: SignedMessage): SignatureVerdict {
  const bytes = fromHex(signature);
  if (!bytes || bytes.length < 65) return 'SIGNATURE_FORMAT';
  if (bytes.length > 65) return 'CONTRACT_ACCOUNT';
  const account = recoverAccount(hashPrefixed('\x19Ethereum Signed Message:\n', message), bytes);
  if (typeof account === 'string') return account;
  return toChecksumAddress(bytesToHex(account)) === address ? 'GOOD' : 'OTHER_ADDRESS';
}
