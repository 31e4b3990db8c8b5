import type { EntityManager } from 'typeorm';
import type { Page, PageRequest } from '@bindery/persistence';
import { listDevicesById, listDevices } from './device.repository';
import type { Device } from './device.rules';

/** Answers for any account: who may ask is decided before. */
export interface ReadDevices {
  /** In the order of the ids; null for unknown ones. */
  byIds(ids: readonly Device['id'][]): Promise<(Device | null)[]>;
  /** The devices of an account, newest first. */
  page(accountId: Device['accountId'], request: PageRequest): Promise<Page<Device>>;
}

export const createReadDevices = ({ db }: { db: EntityManager }): ReadDevices => ({
  byIds: (ids) => listDevicesById(db, ids),
  page: (accountId, request) => listDevices(db, accountId, request),
});
