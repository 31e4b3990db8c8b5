import type { EntityManager } from 'typeorm';
import type { EventHandlers } from '@bindery/messaging';
import { createOnAccountLocked, type OnAccountLockedDeps } from './on-account-locked';
import { createOnAccountUnlocked } from './on-account-unlocked';
import { onDeviceRegistered, onDeviceRemoved } from './on-device-changed';

/** Which events this service listens to, and what it does about each. */
export function createSubscriptions(deps: OnAccountLockedDeps): EventHandlers<EntityManager> {
  return {
    'bindery.account.device-registered.v1': onDeviceRegistered,
    'bindery.account.device-removed.v1': onDeviceRemoved,
    'bindery.account.locked.v1': createOnAccountLocked(deps),
    'bindery.account.unlocked.v1': createOnAccountUnlocked(deps),
  };
}
