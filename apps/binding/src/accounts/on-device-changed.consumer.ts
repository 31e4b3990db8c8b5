import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import { insertDevice, saveDeviceRemoved, savePlatform } from './accounts.repository';

/** Cards can be bound on the devices of an account, and on no others. One that was removed does not come back by an older event. */
export const createOnDeviceRegistered =
  (countStale: CountStale) =>
  async ({ type, data }: EventOf<'bindery.account.device-registered.v1'>, tx: EntityManager): Promise<void> =>
    countStale(type, await insertDevice(tx, { ...data, at: new Date(data.at) }));

/** A device may run something else than when it was registered; of one known before anybody kept that, it is learned here. */
export const createOnSessionStarted =
  () =>
  async ({ data }: EventOf<'bindery.account.session-started.v1'>, tx: EntityManager): Promise<void> => {
    if (data.platform !== undefined) await savePlatform(tx, data.deviceId, data.platform);
  };

/** Nothing new is bound on it any more; what is bound stays until its holder takes it off (requirement 10). */
export const createOnDeviceRemoved =
  (countStale: CountStale) =>
  async ({ type, data }: EventOf<'bindery.account.device-removed.v1'>, tx: EntityManager): Promise<void> =>
    countStale(type, await saveDeviceRemoved(tx, data.deviceId, data.accountId, new Date(data.at)));
