import { systemClock } from '@bindery/kernel';
import { createOutbox } from '@bindery/messaging';
import { createUnitOfWork, withDataSource } from '@bindery/persistence';
import { readContactKeys } from '@bindery/trust';
import { createAccounts } from './accounts';
import { featureClasses } from './features';
import type { IdentityConfig } from './identity.config';
import { createEndSessions } from './sessions';
import { createStaffDesk, type StaffDesk } from './staff';

/** What `npm run staff` needs of identity's configuration. */
export type StaffDeskConfig = Pick<IdentityConfig, 'DATABASE_URL' | 'CONTACT_KEYS' | 'CONTACT_LOOKUP_KEY'>;

/**
 * Opens the database for work on who of our own people may do what, beside the running service: what is written to the outbox its relay publishes,
 * within a second.
 */
export function withStaffDesk<T>(config: StaffDeskConfig, work: (desk: StaffDesk) => Promise<T>): Promise<T> {
  const entities = featureClasses.flatMap((feature) => feature.entities ?? []);
  return withDataSource({ url: config.DATABASE_URL, entities, poolSize: 1 }, (dataSource) => {
    const clock = systemClock;
    const foundation = {
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
      outbox: createOutbox({ service: 'identity', clock }),
      clock,
    };
    const { journal, lookupOf } = createAccounts(foundation, {
      contactKeys: readContactKeys(config.CONTACT_KEYS),
      lookupKey: config.CONTACT_LOOKUP_KEY,
    });
    return work(createStaffDesk(foundation, { lookupOf, endSessions: createEndSessions({ journal, clock }) }));
  });
}
