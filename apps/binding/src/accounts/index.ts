import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { CountStale } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { oneByOne, type FactPart, type Transitions } from '../lifecycle';
import { createAccountHolds } from './account-holds';
import { AccountLockRow } from './account-lock.entity';
import { accountJobs } from './accounts.jobs';
import { hasLock } from './accounts.repository';
import { createEndAccountLock } from './end-account-lock';
import { KnownDeviceRow } from './known-device.entity';
import { createOnAccountLocked } from './on-account-locked.consumer';
import { createOnAccountUnlocked } from './on-account-unlocked.consumer';
import { createOnDeviceRegistered, createOnDeviceRemoved } from './on-device-changed.consumer';

export { hasKnownDevice, hasRemovedDevice, listDevicesById } from './accounts.repository';
export { followWronglyFrozen } from './end-account-lock';

export const accountsClasses = { entities: [AccountLockRow, KnownDeviceRow] } satisfies FeatureClasses;

export const accountFacts = {
  accountInGoodStanding: oneByOne(async (tx, { accountId }) => !(await hasLock(tx, accountId))),
} satisfies FactPart;

interface AccountsFoundation {
  readonly unitOfWork: UnitOfWork;
  readonly countStale: CountStale;
  readonly clock: Clock;
}

/** What identity tells of accounts and devices, and what follows for their cards. */
export function createAccounts(
  { unitOfWork, countStale, clock }: AccountsFoundation,
  { transitions, catalogue: { profiles } }: { readonly transitions: Transitions; readonly catalogue: Catalogue },
) {
  const accountHolds = createAccountHolds({ transitions, profiles, clock });
  const endAccountLock = createEndAccountLock({ unitOfWork, accountHolds, clock });
  return {
    feature: {
      subscriptions: {
        'bindery.account.device-registered.v1': createOnDeviceRegistered(countStale),
        'bindery.account.device-removed.v1': createOnDeviceRemoved(countStale),
        'bindery.account.locked.v1': createOnAccountLocked({ accountHolds, countStale }),
        'bindery.account.unlocked.v1': createOnAccountUnlocked({ accountHolds, countStale }),
      },
      jobs: handleJobs(accountJobs, { 'end-account-lock': ({ accountId }) => endAccountLock(accountId) }),
    } satisfies Feature,
  };
}
