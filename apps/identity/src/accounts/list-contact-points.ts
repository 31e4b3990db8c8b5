import type { DataSource } from 'typeorm';
import { maskPhone } from '@bindery/values';
import type { Clock } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import type { ContactPoint } from './contact-point.rules';
import type { Device } from '../devices/device.rules';
import type { Session } from '../sessions/session.rules';
import { findContactPoints } from './contact-point.repository';
import { findDevices, pageDevices } from '../devices/device.repository';
import { pageLiveSessions } from '../sessions/session.repository';
import type { ContactVault } from './contact-vault';

export type MaskedContactPoint = Pick<ContactPoint, 'id' | 'channel' | 'confirmedAt'> & { readonly masked: string };

/** What belongs to accounts. Each answers for any account: who may ask is decided before. */
export interface ListBelongings {
  contactPoints(accountIds: readonly string[]): Promise<MaskedContactPoint[][]>;
  /** In the order of the ids; null for unknown ones. */
  devices(ids: readonly string[]): Promise<(Device | null)[]>;
  devicePage(accountId: string, request: PageRequest): Promise<Page<Device>>;
  /** Sessions that go on. */
  sessionPage(accountId: string, request: PageRequest): Promise<Page<Session>>;
}

export interface ListBelongingsDeps {
  readonly dataSource: DataSource;
  readonly vault: ContactVault;
  readonly clock: Clock;
}

export function createListBelongings({ dataSource: { manager }, vault, clock }: ListBelongingsDeps): ListBelongings {
  const mask = async ({ id, channel, confirmedAt, sealedAddress }: ContactPoint): Promise<MaskedContactPoint> => ({
    id,
    channel,
    confirmedAt,
    masked: maskPhone(await vault.open(sealedAddress)),
  });

  return {
    async contactPoints(accountIds) {
      const lists = await findContactPoints(manager, accountIds);
      return Promise.all(lists.map((list) => Promise.all(list.map(mask))));
    },
    devices: (ids) => findDevices(manager, ids),
    devicePage: (accountId, request) => pageDevices(manager, accountId, request),
    sessionPage: (accountId, request) => pageLiveSessions(manager, accountId, clock.now(), request),
  };
}
