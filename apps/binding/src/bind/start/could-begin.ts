import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { listDevicesById } from '../../accounts';
import type { Catalogue } from '../../catalogue';
import { listSlotCounts, type Binding, type FactBook } from '../../lifecycle';
import { leavesRoom } from './limits.rules';

/**
 * Of each binding that is off whether its card could be bound again on its device, for all that is known before its number is entered, if its slot is
 * free. However many are asked for, by the same few queries.
 */
export type CouldBegin = (
  tx: EntityManager,
  viewer: Viewer,
  bindings: readonly Binding[],
) => Promise<readonly boolean[]>;

interface CouldBeginDeps {
  readonly facts: FactBook;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

export function createCouldBegin({ facts, catalogue }: CouldBeginDeps): CouldBegin {
  return async (tx, { accountId, deviceId: ofSession }, bindings) => {
    if (bindings.length === 0) return [];
    const subject = { accountId, binding: null, slot: null, consentId: null };
    if (!(await facts.read(tx, 'accountInGoodStanding', subject))) return bindings.map(() => false);
    const ids = bindings.map(({ deviceId }) => deviceId);
    const known = new Map((await listDevicesById(tx, ids)).map((device) => [device.id, device]));
    const isOwn = (deviceId: Binding['deviceId']) => {
      const device = known.get(deviceId);
      if (device?.removedAt) return false;
      return deviceId === ofSession || device?.accountId === accountId;
    };
    const taken = await listSlotCounts(tx, accountId);
    return bindings.map(
      (binding) =>
        binding.accountId === accountId &&
        isOwn(binding.deviceId) &&
        leavesRoom(taken, binding, catalogue.profileOf(binding.provider)),
    );
  };
}
