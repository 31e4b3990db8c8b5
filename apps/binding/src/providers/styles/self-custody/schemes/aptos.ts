import { sha3_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { fromHex, utf8 } from './bytes';
import { verifyEd25519 } from './ed25519';

/** What a wallet makes of message and nonce; those of the standard and of Petra's first versions put them in this and that order. */
export const aptosMessages = (message: string, nonce: string): readonly string[] => [
  `APTOS\nmessage: ${message}\nnonce: ${nonce}`,
  `APTOS\nnonce: ${nonce}\nmessage: ${message}`,
];

/** The addresses a key begins with: alone, and as one of the keys that an account may have (AIP-55). A rotated key only a node could tell. */
function addressesOf(key: Uint8Array): string[] {
  const alone = sha3_256(concatBytes(key, Uint8Array.of(0x00)));
  const single = sha3_256(concatBytes(Uint8Array.of(0x00, key.length), key, Uint8Array.of(0x02)));
  return [alone, single].map((bytes) => `0x${bytesToHex(bytes)}`);
}

/** `aptos:signMessage`: signature and public key in hexadecimal. */
export function verifyAptos({ address, message, nonce, signature, publicKey = '' }: SignedMessage): SignatureVerdict {
  const bytes = fromHex(signature);
  const key = fromHex(publicKey);
  if (bytes?.length !== 64 || key?.length !== 32) return 'SIGNATURE_FORMAT';
  if (!addressesOf(key).includes(address)) return 'OTHER_ADDRESS';
  const [standard = 'SIGNATURE_INVALID', ...others] = aptosMessages(message, nonce).map((text) =>
    verifyEd25519(bytes, utf8(text), key),
  );
  return others.includes('GOOD') ? 'GOOD' : standard;
}
