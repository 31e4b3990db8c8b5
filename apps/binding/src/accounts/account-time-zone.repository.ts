import type { Id } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import type { EntityManager } from 'typeorm';
import { AccountTimeZoneRow } from './account-time-zone.entity';

/** The zone in which an account reads moments, an IANA name; where most holders live, if it has chosen none. */
export async function findTimeZone(db: EntityManager, accountId: Id<'account'>): Promise<string> {
  return (await db.findOneBy(AccountTimeZoneRow, { accountId }))?.timeZone ?? defaultTimeZone;
}

/** Notes the zone of an account; false when something newer was known. `version` is the account's. */
export async function saveTimeZone(
  tx: EntityManager,
  accountId: Id<'account'>,
  version: number,
  timeZone: string,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO account_time_zone (account_id, version, time_zone) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET version = excluded.version, time_zone = excluded.time_zone
     WHERE account_time_zone.version < excluded.version
     RETURNING account_id`,
    [accountId, version, timeZone],
  );
  return rows.length > 0;
}
