import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { isKnownDevice, isRemovedDevice } from '../accounts';
import type { FactBook } from '../lifecycle';
import type { StartRefusal } from './bind.errors';

export const accountLocked: StartRefusal = { kind: 'BINDING_REFUSED', reason: 'ACCOUNT_LOCKED' };

/** Why nothing can be begun, whatever the card; null if it can. The device must be one of the viewer's. */
export async function refuseBeginning(
  tx: EntityManager,
  facts: FactBook,
  { accountId, deviceId: ofSession }: Viewer,
  deviceId: string,
): Promise<StartRefusal | null> {
  const isOwn =
    (deviceId === ofSession && !(await isRemovedDevice(tx, deviceId))) ||
    (await isKnownDevice(tx, accountId, deviceId));
  if (!isOwn) return { kind: 'NOT_FOUND' };
  return (await facts.read(tx, 'accountInGoodStanding', { accountId, binding: null })) ? null : accountLocked;
}
