import { err, ok, type Result } from '@bindery/kernel';
import { isMobileNumber, readPhoneNumber, type Countries } from '@bindery/values';
import type { MobileNumberNeeded, PhoneInvalid } from './phone.errors';

/** The E.164 form of a phone as typed, or the refusal of a form that holds it. Enough for a login: whoever was let in once with a number still is. */
export function checkPhone(text: string): Result<string, PhoneInvalid> {
  const phone = readPhoneNumber(text);
  return phone ? ok(phone) : err({ kind: 'PHONE_INVALID' });
}

/** The same for a number that codes and alerts will be sent to; whether it has an account plays no part. */
export function checkMobilePhone(
  text: string,
  countries: Countries,
): Result<string, PhoneInvalid | MobileNumberNeeded> {
  const phone = checkPhone(text);
  if (!phone.ok || isMobileNumber(phone.value, countries)) return phone;
  return err({ kind: 'MOBILE_NUMBER_NEEDED' });
}
