import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** The E.164 form (`+8613800000001`) of an international number, however it is spaced; undefined if it is none. */
export function readPhoneNumber(text: string): string | undefined {
  if (text.length > 32) return undefined;
  const number = parsePhoneNumberFromString(text.normalize('NFKC'));
  return number?.isValid() ? number.number : undefined;
}

/** A number as its owner recognises it and nobody else can call it, the same as identity shows it: `+86 ••• 01`. */
export function maskPhoneNumber(phone: string): string {
  const callingCode = parsePhoneNumberFromString(phone)?.countryCallingCode;
  return `${callingCode ? `+${callingCode} ` : ''}••• ${phone.slice(-2)}`;
}
