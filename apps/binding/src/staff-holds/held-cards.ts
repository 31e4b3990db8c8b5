import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listLiveBindings, type Card } from '../lifecycle';
import { hasStaffHold } from './staff-hold.rules';
import { listOpenStaffHolds } from './staff-hold.repository';

/** Those of the cards that our own people hold. */
export const listHeldCards = async (
  db: EntityManager,
  cardIds: readonly Id<'card'>[],
): Promise<ReadonlySet<Id<'card'>>> => new Set((await listOpenStaffHolds(db, cardIds)).map(({ cardId }) => cardId));

/** Whether our own people hold a card: by a hold of it, or by one that went over to it from a card whose place it took. */
export async function isHeldByStaff(
  tx: EntityManager,
  { id, accountId }: Pick<Card, 'id' | 'accountId'>,
): Promise<boolean> {
  if ((await listHeldCards(tx, [id])).has(id)) return true;
  const live = await listLiveBindings(tx, accountId);
  return live.some(({ cardId, state }) => cardId === id && hasStaffHold(state.holds));
}
