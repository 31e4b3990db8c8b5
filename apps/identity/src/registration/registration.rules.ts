import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { isTimeZone, type Countries } from '@bindery/values';
import { accountLocales, displayNameMax, type AccountLocale } from '../accounts/account.rules';
import { checkLine } from '../accounts/line.rules';
import { checkMobilePhone } from '../accounts/phone.rules';
import type { MobileNumberNeeded, PhoneInvalid } from '../accounts/phone.errors';
import { readPassword } from '../passwords/password.rules';
import type { PasswordTooWeak } from '../passwords/password.errors';

/** What a person says of themselves when they register, as typed. */
export interface RegistrationForm {
  readonly phone: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: string;
  readonly timeZone?: string | null;
}

/** The same, checked: phone in E.164, password in its hashed form, name trimmed. */
export interface Registration extends RegistrationForm {
  readonly locale: AccountLocale;
  /** Null where none is named. */
  readonly timeZone: string | null;
}

export type RegistrationRefused = InvalidInput | PhoneInvalid | MobileNumberNeeded | PasswordTooWeak;

/** Checks a form, field by field in the order people fill it in; answers the first that is wrong. */
export function checkRegistration(
  form: RegistrationForm,
  countries: Countries,
): Result<Registration, RegistrationRefused> {
  const phone = checkMobilePhone(form.phone, countries);
  if (!phone.ok) return phone;
  const displayName = checkLine('displayName', form.displayName, displayNameMax);
  if (!displayName.ok) return displayName;
  const password = readPassword(form.password);
  if (!password.ok) return password;
  const locale = accountLocales.find((known) => known === form.locale);
  if (!locale) return err(invalidField('locale', 'UNKNOWN'));
  const timeZone = form.timeZone ?? null;
  if (timeZone !== null && !isTimeZone(timeZone)) return err(invalidField('timeZone', 'UNKNOWN'));
  return ok({ phone: phone.value, displayName: displayName.value, password: password.value, locale, timeZone });
}
