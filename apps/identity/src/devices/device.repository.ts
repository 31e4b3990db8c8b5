import { In, type EntityManager } from 'typeorm';
import { newId } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { LockedAccount } from '../accounts';
import type { Device, DeviceDescription } from './device.rules';
import { DeviceRow } from './device.entity';

export interface DeviceSeen extends DeviceDescription {
  readonly clientApp: string;
  readonly seenAt: Date;
}

/**
 * The account's device of this installation: brought up to date, or registered when it is new. The account
 * is locked, so that two logins at once do not both find it new.
 */
export async function saveDevice(
  tx: EntityManager,
  { id: accountId }: LockedAccount,
  { installationId, name, platform, clientApp, seenAt }: DeviceSeen,
): Promise<{ deviceId: Device['id']; isNew: boolean }> {
  const known = await tx.findOneBy(DeviceRow, { accountId, installationId });
  if (known) {
    await tx.update(DeviceRow, { id: known.id }, { name, platform, clientApp, lastSeenAt: seenAt });
    return { deviceId: known.id, isNew: false };
  }
  const id = newId('device', seenAt.getTime());
  await tx.insert(DeviceRow, {
    id,
    accountId,
    installationId,
    name,
    platform,
    clientApp,
    registeredAt: seenAt,
    lastSeenAt: seenAt,
  });
  return { deviceId: id, isNew: true };
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
