import type { Id } from '@bindery/kernel';

/** GOOD: may log in. LOCKED: the password is taken from known devices and addresses only, until it is reset. CLOSED: for good. */
export const accountStandings = ['GOOD', 'LOCKED', 'CLOSED'] as const;
export type AccountStanding = (typeof accountStandings)[number];

/** The languages an account can ask to be addressed in (BCP 47). */
export const accountLocales = ['zh-CN', 'en'] as const;
export type AccountLocale = (typeof accountLocales)[number];

/** Characters of a display name, as people count them. */
export const displayNameMax = 40;

/** A person's account: who holds the devices, sessions and, in other services, the cards. */
export interface Account {
  readonly id: Id<'account'>;
  readonly displayName: string;
  readonly locale: AccountLocale;
  /** In which the holder reads moments, an IANA name. */
  readonly timeZone: string;
  readonly standing: AccountStanding;
  /** Counts the events of this account, without a gap. */
  readonly version: number;
  readonly createdAt: Date;
}
