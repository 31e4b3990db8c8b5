import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { AddressForm } from './address-form';

/** With upper and lower case as EIP-55 has them: its only protection against a mistyped letter. */
export function toChecksumAddress(hex: string): string {
  const lower = hex.toLowerCase();
  const digest = bytesToHex(keccak_256(new TextEncoder().encode(lower)));
  const letters = [...lower].map((letter, place) =>
    parseInt(digest[place] ?? '0', 16) >= 8 ? letter.toUpperCase() : letter,
  );
  return `0x${letters.join('')}`;
}

/** All lower and all upper case carry no checksum; mixed case must be right (EIP-55). */
export function readEvmAddress(text: string): AddressForm {
  const hex = /^0[xX]([0-9a-fA-F]{40})$/.exec(text)?.[1];
  if (hex === undefined) return 'INVALID';
  const normal = toChecksumAddress(hex);
  const plain = hex === hex.toLowerCase() || hex === hex.toUpperCase();
  if (!plain && `0x${hex}` !== normal) return 'INVALID';
  return /^0{38}/.test(hex) ? 'CANNOT_SIGN' : { normal };
}
