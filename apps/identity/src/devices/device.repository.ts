import { In, MoreThan, type EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { LockedAccount } from '../accounts';
import type { Device, DeviceDescription } from './device.rules';
import { DeviceRow } from './device.entity';

export interface DeviceSeen extends DeviceDescription {
  readonly clientApp: string;
  readonly seenAt: Date;
}

/** The account's device of this installation. The account is locked, so that two logins at once do not both find it new. */
export const findDeviceOfInstallation = (
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  installationId: string,
): Promise<Device | null> => tx.findOneBy(DeviceRow, { accountId, installationId });

export async function insertDevice(
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  { seenAt, ...device }: DeviceSeen,
): Promise<Device['id']> {
  const id = newId('device', seenAt.getTime());
  await tx.insert(DeviceRow, { ...device, id, accountId, registeredAt: seenAt, lastSeenAt: seenAt });
  return id;
}

/** A login on a device that is known: what it runs may be new, its name stays. */
export async function saveDeviceLoggedIn(
  tx: EntityManager,
  id: Device['id'],
  { platform, clientApp, seenAt }: Pick<DeviceSeen, 'platform' | 'clientApp' | 'seenAt'>,
): Promise<void> {
  await tx.update(DeviceRow, { id }, { platform, clientApp, lastSeenAt: seenAt });
}

export async function saveDeviceName(tx: EntityManager, id: Device['id'], name: string): Promise<void> {
  await tx.update(DeviceRow, { id }, { name });
}

/** When devices of the account were registered since `since`, newest first. */
export async function listRegistered(
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  since: Date,
): Promise<Date[]> {
  const rows = await tx.find(DeviceRow, {
    select: { id: true, registeredAt: true },
    where: { accountId, registeredAt: MoreThan(since) },
    order: { registeredAt: 'DESC' },
  });
  return rows.map(({ registeredAt }) => registeredAt);
}

/** Of an account's devices that of an installation and that of an id, each where there is one. */
export function listOwnDevices(
  db: EntityManager,
  accountId: Device['accountId'],
  { installationId, deviceId }: { readonly installationId: string; readonly deviceId: string },
): Promise<Pick<Device, 'id' | 'installationId' | 'lastSeenAt'>[]> {
  return db.query(
    `SELECT id, installation_id AS "installationId", last_seen_at AS "lastSeenAt" FROM device
     WHERE account_id = $1 AND (installation_id = $2 OR id = $3)`,
    [accountId, installationId, deviceId],
  );
}

export async function saveDeviceSeen(tx: EntityManager, id: Device['id'], seenAt: Date): Promise<void> {
  await tx.update(DeviceRow, { id }, { lastSeenAt: seenAt });
}

/** Devices by id, null for unknown ones, in the order asked for; whose they are is for the caller to check. */
export async function listDevicesById(tx: EntityManager, ids: readonly Device['id'][]): Promise<(Device | null)[]> {
  const rows = await tx.findBy(DeviceRow, { id: In([...ids]) });
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** Newest first: ids begin with the time they were made, and are the keys. */
export async function listDevices(
  tx: EntityManager,
  accountId: Device['accountId'],
  page: PageRequest,
): Promise<Page<Device>> {
  const { direction, take, where } = pageOf(page, 'DESC');
  const rows = await tx.find(DeviceRow, {
    where: { accountId, ...where('id') },
    order: { id: direction },
    take,
  });
  return toPage(rows, page);
}
