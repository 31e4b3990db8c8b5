import type { Id } from '@bindery/kernel';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { findBinding } from '../lifecycle';
import { reasonsOf, type StaffHold, type StaffHoldOwner } from './staff-hold.rules';
import { listStaffHolds } from './staff-hold.repository';

interface AskedCard {
  /** A binding of the card. */
  readonly bindingId: Id<'binding'>;
  /** Who asks: of their own cards they are told nothing. */
  readonly staffId: Id<'account'>;
}

/** The holds of these owners on a card. */
export async function listCardHolds(
  db: EntityManager,
  { bindingId, staffId }: AskedCard,
  owners: readonly StaffHoldOwner[],
  page: PageRequest,
): Promise<Page<StaffHold>> {
  const found = await findBinding(db, bindingId);
  if (!found || found.binding.accountId === staffId) return toPage([], page);
  return listStaffHolds(db, found.binding.cardId, reasonsOf(owners), page);
}
