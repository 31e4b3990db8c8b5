import type { EntityManager } from 'typeorm';

export async function isLocked(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM account_lock WHERE account_id = $1 AND locked_at IS NOT NULL', [
    accountId,
  ]);
  return rows.length > 0;
}

export async function isKnownDevice(tx: EntityManager, accountId: string, deviceId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM known_device WHERE id = $1 AND account_id = $2 AND removed_at IS NULL',
    [deviceId, accountId],
  );
  return rows.length > 0;
}

export async function isRemovedDevice(tx: EntityManager, deviceId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM known_device WHERE id = $1 AND removed_at IS NOT NULL', [
    deviceId,
  ]);
  return rows.length > 0;
}

/** Notes whether an account is locked; false when something newer was known. `version` is the account's. */
export async function noteLock(
  tx: EntityManager,
  accountId: string,
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
export async function endLockDue(tx: EntityManager, accountId: string, now: Date): Promise<boolean> {
  const [rows]: [unknown[], number] = await tx.query(
    'UPDATE account_lock SET locked_at = NULL, until = NULL WHERE account_id = $1 AND locked_at IS NOT NULL AND until <= $2 RETURNING account_id',
    [accountId, now],
  );
  return rows.length > 0;
}

/** Notes a device; false when it was known, or known to be removed. */
export async function noteDevice(tx: EntityManager, deviceId: string, accountId: string, at: Date): Promise<boolean> {
  const sql =
    'INSERT INTO known_device (id, account_id, registered_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING RETURNING id';
  const rows: unknown[] = await tx.query(sql, [deviceId, accountId, at]);
  return rows.length > 0;
}

/** Notes that a device is gone, also one never heard of; false when that was known. */
export async function noteDeviceRemoved(
  tx: EntityManager,
  deviceId: string,
  accountId: string,
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
