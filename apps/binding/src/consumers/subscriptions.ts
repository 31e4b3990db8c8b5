import type { EntityManager } from 'typeorm';
import type { EventHandlers } from '@bindery/messaging';
import { createOnAccountLocked, type OnAccountLockedDeps } from '../accounts/on-account-locked.consumer';
import { createOnAccountUnlocked } from '../accounts/on-account-unlocked.consumer';
import { createOnDeviceRegistered, createOnDeviceRemoved } from '../accounts/on-device-changed.consumer';

/** Which events this service listens to, and what it does about each. */
export function createSubscriptions(deps: OnAccountLockedDeps): EventHandlers<EntityManager> {
  return {
    'bindery.account.device-registered.v1': createOnDeviceRegistered(deps.countStale),
    'bindery.account.device-removed.v1': createOnDeviceRemoved(deps.countStale),
    'bindery.account.locked.v1': createOnAccountLocked(deps),
    'bindery.account.unlocked.v1': createOnAccountUnlocked(deps),
  };
}
