import type { Id } from '@bindery/kernel';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { AccountLockRow } from './account-lock.entity';
import { KnownDeviceRow } from './known-device.entity';

export const hasLock = (tx: EntityManager, accountId: Id<'account'>): Promise<boolean> =>
  tx.existsBy(AccountLockRow, { accountId, lockedAt: Not(IsNull()) });

export const hasKnownDevice = (tx: EntityManager, accountId: Id<'account'>, deviceId: Id<'device'>): Promise<boolean> =>
  tx.existsBy(KnownDeviceRow, { id: deviceId, accountId, removedAt: IsNull() });

/** Whether an account has or had a device. */
export const hasEverHadDevice = (
  tx: EntityManager,
  accountId: Id<'account'>,
  deviceId: Id<'device'>,
): Promise<boolean> => tx.existsBy(KnownDeviceRow, { id: deviceId, accountId });

export const hasRemovedDevice = (tx: EntityManager, deviceId: Id<'device'>): Promise<boolean> =>
  tx.existsBy(KnownDeviceRow, { id: deviceId, removedAt: Not(IsNull()) });

/** What is known of these devices, in no order; identity tells of a new one a little later. */
export const listDevicesById = (tx: EntityManager, ids: readonly Id<'device'>[]): Promise<KnownDeviceRow[]> =>
  tx.findBy(KnownDeviceRow, { id: In([...new Set(ids)]) });

/** Notes whether an account is locked; false when something newer was known. `version` is the account's. */
export async function saveLock(
  tx: EntityManager,
  accountId: Id<'account'>,
  version: number,
  lock: { readonly at: Date; readonly until: Date | null } | null,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO account_lock (account_id, version, locked_at, until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE SET version = excluded.version, locked_at = excluded.locked_at, until = excluded.until
     WHERE account_lock.version < excluded.version
     RETURNING account_id`,
    [accountId, version, lock?.at ?? null, lock?.until ?? null],
  );
  return rows.length > 0;
}

/** Ends a lock whose own end has come; false when there is no such lock any more. */
export async function saveDueLockEnded(tx: EntityManager, accountId: Id<'account'>, now: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'UPDATE account_lock SET locked_at = NULL, until = NULL WHERE account_id = $1 AND locked_at IS NOT NULL AND until <= $2 RETURNING account_id',
    [accountId, now],
  );
  return rows.length > 0;
}

interface RegisteredDevice {
  readonly deviceId: Id<'device'>;
  readonly accountId: Id<'account'>;
  readonly platform: string;
  readonly at: Date;
}

/** Notes a device; false when it was known, or known to be removed. Of one whose system nobody knew, that is noted. */
export async function insertDevice(
  tx: EntityManager,
  { deviceId, accountId, platform, at }: RegisteredDevice,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO known_device (id, account_id, platform, registered_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET platform = excluded.platform WHERE known_device.platform IS NULL
     RETURNING id`,
    [deviceId, accountId, platform, at],
  );
  return rows.length > 0;
}

/** What a device runs; null where nobody has said. */
export async function findPlatform(tx: EntityManager, deviceId: Id<'device'>): Promise<string | null> {
  return (await tx.findOneBy(KnownDeviceRow, { id: deviceId }))?.platform ?? null;
}

/** Notes what a device runs now, as its holder logged in there; false where that was known, or the device is not. */
export async function savePlatform(tx: EntityManager, deviceId: Id<'device'>, platform: string): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'UPDATE known_device SET platform = $2 WHERE id = $1 AND platform IS DISTINCT FROM $2 RETURNING id',
    [deviceId, platform],
  );
  return rows.length > 0;
}

/** Notes that a device is gone, also one never heard of; false when that was known. */
export async function saveDeviceRemoved(
  tx: EntityManager,
  deviceId: Id<'device'>,
  accountId: Id<'account'>,
  at: Date,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `INSERT INTO known_device (id, account_id, registered_at, removed_at) VALUES ($1, $2, $3, $3)
     ON CONFLICT (id) DO UPDATE SET removed_at = excluded.removed_at WHERE known_device.removed_at IS NULL
     RETURNING id`,
    [deviceId, accountId, at],
  );
  return rows.length > 0;
}

/** Accounts that are not locked any more but whose cards are held for it: the provider could not be told at the time. */
export async function listWronglyFrozen(tx: EntityManager, now: Date, limit: number): Promise<string[]> {
  const rows: { account_id: string }[] = await tx.query(
    `SELECT DISTINCT b.account_id FROM binding b JOIN account_lock l USING (account_id)
     WHERE b.holds @> '[{"owner": "ACCOUNT"}]' AND b.phase NOT IN ('DECLINED', 'REPLACED', 'RETIRED') AND (l.locked_at IS NULL OR l.until < $1) LIMIT $2`,
    [now, limit],
  );
  return rows.map(({ account_id: accountId }) => accountId);
}
