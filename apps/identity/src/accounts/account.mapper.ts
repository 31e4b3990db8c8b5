import type { Account } from './account.rules';
import { AccountType, type CurrentSession } from './account.type';

/** `current` is the session that asks; null for somebody who has only just registered. */
export function toAccountType(
  { id, displayName, locale, timeZone, standing, createdAt }: Account,
  current: CurrentSession | null,
): AccountType {
  return Object.assign(new AccountType(), { id, displayName, locale, timeZone, standing, createdAt, current });
}
