import type { Id } from '@bindery/kernel';
import { In, type EntityManager } from 'typeorm';
import { BindingReviewerRow } from './binding-reviewer.entity';

/** Remembers who decided; of a review that is told again nothing is written twice. */
export async function insertReviewers(tx: EntityManager, reviewers: readonly BindingReviewerRow[]): Promise<void> {
  if (reviewers.length === 0) return;
  await tx
    .createQueryBuilder()
    .insert()
    .into(BindingReviewerRow)
    .values([...reviewers])
    .orIgnore()
    .execute();
}

/** Who decided a review of these bindings, each once, in no order. */
export async function listReviewers(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<Set<Id<'account'>>> {
  const rows = await db.findBy(BindingReviewerRow, { bindingId: In([...bindingIds]) });
  return new Set(rows.map(({ accountId }) => accountId));
}
