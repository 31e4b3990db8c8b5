import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { DeviceTrustRow } from './device-trust.entity';

/** Keeps since when devices of an account are trusted; what is older than known changes nothing. */
export async function saveDeviceTrust(tx: EntityManager, { accountId, since }: DeviceTrustRow): Promise<void> {
  await tx.query(
    `INSERT INTO device_trust AS known (account_id, since) VALUES ($1, $2)
     ON CONFLICT (account_id) DO UPDATE SET since = greatest(known.since, excluded.since)`,
    [accountId, since],
  );
}

/** Null where the password is the first that the account has. */
export async function findDeviceTrust(tx: EntityManager, accountId: Id<'account'>): Promise<Date | null> {
  return (await tx.findOneBy(DeviceTrustRow, { accountId }))?.since ?? null;
}
