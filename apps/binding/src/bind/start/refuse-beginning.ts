import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { hasKnownDevice, hasRemovedDevice } from '../../accounts';
import type { FactBook } from '../../lifecycle';
import type { StartRefusal } from './start-binding.errors';

export const accountLocked: StartRefusal = { kind: 'BINDING_REFUSED', reason: 'ACCOUNT_LOCKED' };

/** The device of the session, or another that identity told of, and not removed. */
export const isOwnDevice = async (
  tx: EntityManager,
  { accountId, deviceId: ofSession }: Viewer,
  deviceId: Id<'device'>,
): Promise<boolean> =>
  (deviceId === ofSession && !(await hasRemovedDevice(tx, deviceId))) ||
  (await hasKnownDevice(tx, accountId, deviceId));

/** Why nothing can be begun, whatever the card; null if it can. Looked at before the card goes anywhere. */
export async function refuseBeginning(
  tx: EntityManager,
  facts: FactBook,
  viewer: Viewer,
  deviceId: Id<'device'>,
): Promise<StartRefusal | null> {
  if (!(await isOwnDevice(tx, viewer, deviceId))) return { kind: 'NOT_FOUND' };
  const subject = { accountId: viewer.accountId, binding: null, slot: null, consentId: null };
  return (await facts.read(tx, 'accountInGoodStanding', subject)) ? null : accountLocked;
}
