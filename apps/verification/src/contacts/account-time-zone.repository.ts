import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { AccountTimeZoneRow } from './account-time-zone.entity';

/** Keeps the zone of an account; false when something as new or newer is known. */
export async function saveTimeZone(
  tx: EntityManager,
  { accountId, timeZone, sequence }: AccountTimeZoneRow,
): Promise<boolean> {
  const kept: unknown[] = await tx.query(
    `INSERT INTO account_time_zone AS known (account_id, time_zone, sequence) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET time_zone = excluded.time_zone, sequence = excluded.sequence
     WHERE known.sequence < excluded.sequence
     RETURNING account_id`,
    [accountId, timeZone, sequence],
  );
  return kept.length === 1;
}

/** The zone that an account has chosen; null for one that never did. */
export async function findTimeZone(db: EntityManager, accountId: Id<'account'>): Promise<string | null> {
  return (await db.findOneBy(AccountTimeZoneRow, { accountId }))?.timeZone ?? null;
}
