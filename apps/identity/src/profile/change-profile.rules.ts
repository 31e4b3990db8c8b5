import { isTimeZone } from '@bindery/values';
import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { accountLocales, displayNameMax, type Account } from '../accounts/account.rules';
import { checkLine } from '../accounts/line.rules';

/** What a person wants to be different, as typed. */
export interface ProfileForm {
  readonly displayName: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
}

export type ProfileChange = Partial<Pick<Account, 'displayName' | 'locale' | 'timeZone'>>;

/** Checks what is given; a form that changes nothing is refused, as somebody must have meant something. */
export function checkProfileForm({ displayName, locale, timeZone }: ProfileForm): Result<ProfileChange, InvalidInput> {
  if (displayName === null && locale === null && timeZone === null) return err(invalidField('displayName', 'REQUIRED'));
  const name = displayName === null ? null : checkLine('displayName', displayName, displayNameMax);
  if (name && !name.ok) return name;
  const known = accountLocales.find((one) => one === locale);
  if (locale !== null && !known) return err(invalidField('locale', 'UNKNOWN'));
  if (timeZone !== null && !isTimeZone(timeZone)) return err(invalidField('timeZone', 'UNKNOWN'));
  return ok({
    ...(name && { displayName: name.value }),
    ...(known && { locale: known }),
    ...(timeZone !== null && { timeZone }),
  });
}
