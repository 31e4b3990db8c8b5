import type { AddressForm } from './address-form';

/** Up to 64 hexadecimal digits, kept in the long form (AIP-40). Below 16 stand the addresses of the chain itself. */
export function readAptosAddress(text: string): AddressForm {
  const hex = /^0[xX]([0-9a-fA-F]{1,64})$/.exec(text)?.[1];
  if (hex === undefined) return 'INVALID';
  const normal = `0x${hex.toLowerCase().padStart(64, '0')}`;
  return /^0x0{63}/.test(normal) ? 'CANNOT_SIGN' : { normal };
}
