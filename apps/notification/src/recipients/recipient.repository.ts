import { defaultLocale, type Locale } from '@bindery/localisation';
import type { SqlSession } from '@bindery/messaging';
import { defaultTimeZone } from './time-zone.rules';

/**
 * Makes sure that the recipient is there and locks it until commit. Facts of one account arrive on several
 * topics at once; whoever adds a notification or a contact point sees what the other has added.
 */
export async function lockRecipient(tx: SqlSession, accountId: string): Promise<void> {
  await tx.query(
    `INSERT INTO recipient (account_id, locale, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET account_id = excluded.account_id`,
    [accountId, defaultLocale, defaultTimeZone],
  );
}

/** Keeps the language in which an account wants to be addressed. */
export async function saveLocale(tx: SqlSession, accountId: string, locale: Locale): Promise<void> {
  await tx.query(
    `INSERT INTO recipient (account_id, locale, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale`,
    [accountId, locale, defaultTimeZone],
  );
}
