import { base58 } from '@scure/base';
import { attempt, type AddressForm } from './address-form';

/** 32 bytes as Base58: a public key of Ed25519. Whether it is a point of the curve is for who verifies: programs have addresses that are none. */
export function readSolanaAddress(text: string): AddressForm {
  if (text.length > 44) return 'INVALID';
  const bytes = attempt(() => base58.decode(text));
  return bytes?.length === 32 && base58.encode(bytes) === text ? { normal: text } : 'INVALID';
}
