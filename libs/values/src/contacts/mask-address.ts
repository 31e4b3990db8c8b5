import { callingCodeOf } from './phone-number';

/** A number as its owner recognises it and nobody else can call it: `+8613800138000` → `+86 ••• 00`. */
export function maskPhone(e164: string): string {
  const code = callingCodeOf(e164);
  return `${code ? `+${code} ` : ''}••• ${e164.slice(-2)}`;
}

/** A mail address as its owner recognises it: `ada@example.com` → `a•••@example.com`. */
export const maskMail = (address: string): string =>
  `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;
