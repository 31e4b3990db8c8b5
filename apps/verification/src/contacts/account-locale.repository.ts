import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Locale } from '@bindery/localisation';
import { AccountLocaleRow } from './account-locale.entity';

/** Keeps the language of an account; false when something as new or newer is known. */
export async function saveAccountLocale(
  tx: EntityManager,
  { accountId, locale, sequence }: AccountLocaleRow,
): Promise<boolean> {
  const kept: unknown[] = await tx.query(
    `INSERT INTO account_locale AS known (account_id, locale, sequence) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET locale = excluded.locale, sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING account_id`,
    [accountId, locale, sequence],
  );
  return kept.length === 1;
}

export async function findAccountLocale(tx: EntityManager, accountId: Id<'account'>): Promise<Locale | null> {
  return (await tx.findOneBy(AccountLocaleRow, { accountId }))?.locale ?? null;
}
