import type { Id } from '@bindery/kernel';
import { toPage, type Page, type PageRequest, pageOf } from '@bindery/persistence';
import { In, IsNull, type EntityManager } from 'typeorm';
import { StaffHoldRow } from './staff-hold.entity';
import type { StaffHold, StaffHoldReason } from './staff-hold.rules';

export const findStaffHold = (db: EntityManager, id: Id<'hold'>): Promise<StaffHold | null> =>
  db.findOneBy(StaffHoldRow, { id });

/** The holds of these cards that nobody has lifted. */
export const listOpenStaffHolds = (db: EntityManager, cardIds: readonly Id<'card'>[]): Promise<StaffHold[]> =>
  cardIds.length === 0
    ? Promise.resolve([])
    : db.findBy(StaffHoldRow, { cardId: In([...new Set(cardIds)]), liftedAt: IsNull() });

/** Those of a card with these reasons, in the order they were laid. */
export async function listStaffHolds(
  db: EntityManager,
  cardId: Id<'card'>,
  reasons: readonly StaffHoldReason[],
  page: PageRequest,
): Promise<Page<StaffHold>> {
  const { direction, take, condition } = pageOf(page, 'ASC');
  const within = condition(['id'], 3);
  const rows: StaffHold[] = await db.query(
    `SELECT id, card_id AS "cardId", account_id AS "accountId", reason, words, laid_by AS "laidBy", laid_at AS "laidAt",
       lifted_words AS "liftedWords", lifted_by AS "liftedBy", lifted_at AS "liftedAt"
     FROM staff_hold WHERE card_id = $1 AND reason = ANY($2) AND ${within.sql}
     ORDER BY id ${direction} LIMIT ${take}`,
    [cardId, reasons, ...within.values],
  );
  return toPage(rows, page);
}

export async function insertStaffHold(tx: EntityManager, hold: StaffHold): Promise<void> {
  await tx.insert(StaffHoldRow, hold);
}

/** Notes who lifted it and why; false where somebody had before. */
export async function saveStaffHoldLifted(
  tx: EntityManager,
  id: Id<'hold'>,
  lifted: { readonly liftedWords: string; readonly liftedBy: Id<'account'>; readonly liftedAt: Date },
): Promise<boolean> {
  const { affected } = await tx.update(StaffHoldRow, { id, liftedAt: IsNull() }, lifted);
  return affected === 1;
}
