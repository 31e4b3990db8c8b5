import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { defaultLocale, defaultTimeZone, type Locale } from '@bindery/localisation';
import { asLocked, type Locked } from '@bindery/persistence';
import { RecipientRow } from './recipient.entity';

/** A recipient whose row this transaction holds, as everything that is added for an account needs. */
export type LockedRecipient = Locked<{ readonly accountId: Id<'account'> }>;

/**
 * Makes sure that the recipient is there and locks it until commit. Facts of one account arrive on several
 * topics at once; whoever adds a notification or a contact point sees what the other has added.
 */
export async function lockRecipient(tx: EntityManager, accountId: Id<'account'>): Promise<LockedRecipient> {
  await tx.query(
    `INSERT INTO recipient (account_id, locale, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET account_id = excluded.account_id`,
    [accountId, defaultLocale, defaultTimeZone],
  );
  return asLocked({ accountId });
}

/** Keeps the language in which an account wants to be addressed. */
export async function saveLocale(tx: EntityManager, accountId: Id<'account'>, locale: Locale): Promise<void> {
  await tx.query(
    `INSERT INTO recipient (account_id, locale, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale`,
    [accountId, locale, defaultTimeZone],
  );
}

/** Keeps the zone in which an account reads moments, an IANA name. */
export async function saveTimeZone(tx: EntityManager, accountId: Id<'account'>, timeZone: string): Promise<void> {
  await tx.query(
    `INSERT INTO recipient (account_id, locale, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET time_zone = excluded.time_zone`,
    [accountId, defaultLocale, timeZone],
  );
}

/** The time zone in which an account reads moments, an IANA name; null for an account never heard of. */
export async function findTimeZone(db: EntityManager, accountId: Id<'account'>): Promise<string | null> {
  return (await db.findOne(RecipientRow, { where: { accountId }, select: { timeZone: true } }))?.timeZone ?? null;
}
