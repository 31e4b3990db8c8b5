import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { CountStale } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { createLoadTimeZone, type Feature, type FeatureClasses } from '@bindery/subgraph';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import { oneByOne, type FactPart, type Transitions } from '../lifecycle';
import { createAccountHolds } from './account-holds';
import { AccountLockRow } from './account-lock.entity';
import { AccountTimeZoneRow } from './account-time-zone.entity';
import { findTimeZone } from './account-time-zone.repository';
import { accountJobs } from './accounts.jobs';
import { hasLock } from './accounts.repository';
import { createEndAccountLock } from './end-account-lock';
import { KnownDeviceRow } from './known-device.entity';
import { createOnAccountLocked } from './on-account-locked.consumer';
import { createOnAccountUnlocked } from './on-account-unlocked.consumer';
import { createOnDeviceRegistered, createOnDeviceRemoved, createOnSessionStarted } from './on-device-changed.consumer';
import { createOnTimeZoneChanged } from './on-time-zone-changed.consumer';

export { findTimeZone } from './account-time-zone.repository';
export {
  findPlatform,
  hasEverHadDevice,
  hasKnownDevice,
  hasLock,
  hasRemovedDevice,
  listDevicesById,
} from './accounts.repository';
export { followWronglyFrozen } from './end-account-lock';

export const accountsClasses = {
  entities: [AccountLockRow, AccountTimeZoneRow, KnownDeviceRow],
} satisfies FeatureClasses;

export const accountFacts = {
  accountInGoodStanding: oneByOne(async (tx, { accountId }) => !(await hasLock(tx, accountId))),
} satisfies FactPart;

interface AccountsFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly countStale: CountStale;
  readonly clock: Clock;
}

/** What identity tells of accounts and devices, and what follows for their cards. */
export function createAccounts(
  { db, unitOfWork, countStale, clock }: AccountsFoundation,
  { transitions, catalogue: { profiles } }: { readonly transitions: Transitions; readonly catalogue: Catalogue },
) {
  const accountHolds = createAccountHolds({ transitions, profiles, clock });
  const endAccountLock = createEndAccountLock({ unitOfWork, accountHolds, clock });
  return {
    feature: {
      loadTimeZone: createLoadTimeZone((accountId) => findTimeZone(db, accountId)),
      subscriptions: {
        'bindery.account.device-registered.v1': createOnDeviceRegistered(countStale),
        'bindery.account.device-removed.v1': createOnDeviceRemoved(countStale),
        'bindery.account.locked.v1': createOnAccountLocked({ accountHolds, countStale }),
        'bindery.account.session-started.v1': createOnSessionStarted(),
        'bindery.account.time-zone-changed.v1': createOnTimeZoneChanged(countStale),
        'bindery.account.unlocked.v1': createOnAccountUnlocked({ accountHolds, countStale }),
      },
      jobs: handleJobs(accountJobs, { 'end-account-lock': ({ accountId }) => endAccountLock(accountId) }),
    } satisfies Feature,
  };
}
