import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** The E.164 form (`+8613800000001`) of an international number, however it is spaced; undefined if it is none. */
export function readPhoneNumber(text: string): string | undefined {
  if (text.length > 32) return undefined;
  const number = parsePhoneNumberFromString(text.normalize('NFKC'));
  return number?.isValid() ? number.number : undefined;
}

/** A number that its owner recognises and nobody else can call: `+86 *******0001`. */
export function maskPhoneNumber(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  const callingCode = number?.countryCallingCode ?? '';
  const national = number?.nationalNumber ?? phone;
  const shown = Math.min(4, Math.floor(national.length / 2));
  return `+${callingCode} ${'*'.repeat(national.length - shown)}${national.slice(-shown)}`;
}
