import { err, ok, type Result } from '@bindery/kernel';
import { readPhoneNumber } from '@bindery/values';
import type { PhoneInvalid } from './phone.errors';

/** The E.164 form of a phone as typed, or the refusal of a form that holds it. */
export function checkPhone(text: string): Result<string, PhoneInvalid> {
  const phone = readPhoneNumber(text);
  return phone ? ok(phone) : err({ kind: 'PHONE_INVALID' });
}
