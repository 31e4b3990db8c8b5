import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { listDevicesById } from '../../accounts';
import { takesPlatform, type Catalogue } from '../../catalogue';
import { listReported } from '../../lost';
import { listLimitCounts, type Binding, type FactBook } from '../../lifecycle';
import { listHeldCards } from '../../staff-holds';
import { leavesRoom } from './limits/limits.rules';

/** AGAIN: its own card, which is off. REPLACEMENT: another card, which takes its place; it may be lost, and what it takes of a limit is free then. */
type Beginning = 'AGAIN' | 'REPLACEMENT';

/**
 * Of each binding whether a card could be begun in its stead on its device, for all that is known before a number is entered, if its slot is free.
 * However many are asked for, by the same few queries.
 */
export type CouldBegin = (
  tx: EntityManager,
  viewer: Viewer,
  bindings: readonly Binding[],
  beginning?: Beginning,
) => Promise<readonly boolean[]>;

interface CouldBeginDeps {
  readonly facts: FactBook;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
}

export function createCouldBegin({ facts, catalogue }: CouldBeginDeps): CouldBegin {
  return async (tx, { accountId, deviceId: ofSession }, bindings, beginning = 'AGAIN') => {
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
    const isTaken = ({ provider, deviceId }: Binding) =>
      takesPlatform(catalogue.profileOf(provider).platforms, known.get(deviceId)?.platform ?? null);
    const subjects = bindings.flatMap(({ cardId, deviceId }) => [cardId, deviceId]);
    const lost = new Set<string>((await listReported(tx, accountId, subjects)).map(({ subjectId }) => subjectId));
    // Another card may take the place of one that is held: the hold goes over to it.
    const cardIds = beginning === 'AGAIN' ? bindings.map(({ cardId }) => cardId) : [];
    const held = await listHeldCards(tx, cardIds);
    const taken = await listLimitCounts(tx, accountId);
    return bindings.map(
      (binding) =>
        binding.accountId === accountId &&
        isOwn(binding.deviceId) &&
        isTaken(binding) &&
        (beginning === 'REPLACEMENT' || (!lost.has(binding.cardId) && !held.has(binding.cardId))) &&
        !lost.has(binding.deviceId) &&
        leavesRoom(taken, binding, catalogue.profileOf(binding.provider), beginning === 'REPLACEMENT' ? [binding] : []),
    );
  };
}
