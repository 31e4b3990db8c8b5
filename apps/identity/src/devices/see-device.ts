import type { EntityManager } from 'typeorm';
import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { LockedAccount } from '../accounts';
import type { TooManyDevices } from './device.errors';
import {
  findDeviceOfInstallation,
  insertDevice,
  listRegistered,
  saveDeviceLoggedIn,
  type DeviceSeen,
} from './device.repository';
import { newDevicesSince, nextDeviceAt } from './device.rules';

export interface SeenDevice {
  readonly deviceId: Id<'device'>;
  readonly isNew: boolean;
}

/** The account's device of an installation that logs in: brought up to date, or registered when it is new. */
export async function seeDevice(
  tx: EntityManager,
  account: LockedAccount,
  seen: DeviceSeen,
): Promise<Result<SeenDevice, TooManyDevices>> {
  const known = await findDeviceOfInstallation(tx, account, seen.installationId);
  if (known) {
    await saveDeviceLoggedIn(tx, known.id, seen);
    return ok({ deviceId: known.id, isNew: false });
  }
  const retryAt = nextDeviceAt(await listRegistered(tx, account, newDevicesSince(seen.seenAt)));
  if (retryAt) return err({ kind: 'TOO_MANY_DEVICES', retryAt });
  return ok({ deviceId: await insertDevice(tx, account, seen), isNew: true });
}
