import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Longer text is no phone number, and is not looked at. */
const textLengthMax = 64;

/**
 * A phone as typed → E.164 (`+8613800138000`), or undefined when it cannot be a number of its country's numbering
 * plan. Without a `+` it is read as a Chinese one; spaces, dashes and full-width digits are fine.
 */
export function readPhoneNumber(text: string): string | undefined {
  if (text.length > textLengthMax) return undefined;
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), { defaultCountry: 'CN', extract: false });
  return number?.isValid() && !number.ext ? number.number : undefined;
}

/** The country calling code of an E.164 number, e.g. 86. */
export const callingCodeOf = (e164: string): string | undefined => parsePhoneNumberFromString(e164)?.countryCallingCode;
