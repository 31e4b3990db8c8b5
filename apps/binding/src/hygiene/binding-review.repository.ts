import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { BindingReviewRow } from './binding-review.entity';

/** Until when nobody is to be asked; null where that was never said. */
export async function findDismissedUntil(db: EntityManager, accountId: Id<'account'>): Promise<Date | null> {
  return (await db.findOneBy(BindingReviewRow, { accountId }))?.dismissedUntil ?? null;
}

export async function saveDismissedUntil(tx: EntityManager, accountId: Id<'account'>, until: Date): Promise<void> {
  await tx.upsert(BindingReviewRow, { accountId, dismissedUntil: until }, ['accountId']);
}
