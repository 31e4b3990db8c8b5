import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { noteDevice, noteDeviceRemoved } from '../persistence/account.repository';

/** Cards can be bound on the devices of an account, and on no others. */
export const onDeviceRegistered = ({ data }: EventOf<'bindery.account.device-registered.v1'>, tx: EntityManager): Promise<void> =>
  noteDevice(tx, data.deviceId, data.accountId, new Date(data.at));

/** Nothing new is bound on it any more; what is bound stays until its holder takes it off (requirement 10). */
export const onDeviceRemoved = ({ data }: EventOf<'bindery.account.device-removed.v1'>, tx: EntityManager): Promise<void> =>
  noteDeviceRemoved(tx, data.deviceId, data.accountId, new Date(data.at));
