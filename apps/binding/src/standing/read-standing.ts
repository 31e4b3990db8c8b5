import { livePhases } from '@bindery/card-lifecycle';
import type { EntityManager } from 'typeorm';
import { hasLock } from '../accounts';
import { isHeldFor } from '../disputes';
import { listBindingsById, type Binding } from '../lifecycle';
import { listReported } from '../lost';
import { listCardsOfLine, listHeldCards } from '../staff-holds';
import { listFollowers, listOpenMatters } from '../succession';
import type { StandingNow } from '../unbind-plan';

/** What stands now about a card whose place was taken; null for any other, which has holds of its own. */
export async function readStanding(tx: EntityManager, binding: Binding): Promise<StandingNow | null> {
  if (binding.state.phase !== 'REPLACED') return null;
  const { id, accountId, deviceId } = binding;
  const followers = (await listFollowers(tx, id)).filter(({ outcome }) => outcome !== 'GIVEN_UP');
  // Also what is on its way: a hold that goes over to it meanwhile is read at the one or at the other, as all are read at one moment.
  const heirs = await listBindingsById(
    tx,
    followers.map(({ bindingId }) => bindingId),
  );
  const cardIds = [...(await listCardsOfLine(tx, binding)), ...heirs.map(({ cardId }) => cardId)];
  const isLive = ({ state }: Binding) => (livePhases as readonly string[]).includes(state.phase);
  return {
    isAccountLocked: await hasLock(tx, accountId),
    isHeldByStaff: (await listHeldCards(tx, cardIds)).size > 0,
    isDisputed: [...(await listOpenMatters(tx, id))].some(isHeldFor),
    isDeviceLost: (await listReported(tx, accountId, [deviceId])).length > 0,
    heirHolds: heirs.filter(isLive).flatMap(({ state }) => state.holds),
  };
}
