import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { err, ok, type Result } from '@bindery/kernel';
import type { PhoneInvalid } from './identity.errors';

/**
 * A phone as typed → E.164 (`+8613800138000`). Without a `+` it is read as a Chinese one; spaces, dashes and
 * full-width digits are fine. Refuses what cannot be a number of its country's numbering plan.
 */
export function toE164(text: string): Result<string, PhoneInvalid> {
  const parsed = text.length <= 64 ? parsePhoneNumberFromString(text.normalize('NFKC'), { defaultCountry: 'CN', extract: false }) : undefined;
  return parsed?.isValid() && !parsed.ext ? ok(parsed.number) : err({ kind: 'PHONE_INVALID' });
}

/**
 * What a person needs to recognise their own number and a thief cannot use: country code and last two digits,
 * `+8613800138000` → `+86 ••• 00`.
 */
export function maskPhone(e164: string): string {
  const code = parsePhoneNumberFromString(e164)?.countryCallingCode;
  return `${code ? `+${code} ` : ''}••• ${e164.slice(-2)}`;
}
