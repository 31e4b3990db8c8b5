import { In, IsNull, type EntityManager } from 'typeorm';
import { newId, type Id } from '@bindery/kernel';
import { BindingCaseRow } from './binding-case.entity';
import { answerBy, type BindingCaseAbout } from './cases.rules';

/** Something people have to look into; one open case for each matter of a binding. */
export async function insertCase(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout,
  at: Date,
): Promise<void> {
  await tx.query(
    'INSERT INTO binding_case (id, binding_id, about, opened_at, answer_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [newId('case', at.getTime()), bindingId, about, at, answerBy(at)],
  );
}

/** What the case was about has settled by itself. */
export async function saveCasesClosed(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout,
  at: Date,
): Promise<void> {
  await tx.update(BindingCaseRow, { bindingId, about, closedAt: IsNull() }, { closedAt: at });
}

export const findCase = (db: EntityManager, id: Id<'case'>): Promise<BindingCaseRow | null> =>
  db.findOneBy(BindingCaseRow, { id });

/** Somebody has closed it; false where it was closed before. */
export async function saveCaseClosedBy(
  tx: EntityManager,
  id: Id<'case'>,
  by: Pick<BindingCaseRow, 'closedBy' | 'reason' | 'closedAt'>,
): Promise<boolean> {
  const { affected } = await tx.update(BindingCaseRow, { id, closedAt: IsNull() }, by);
  return affected === 1;
}

/** Cases of these bindings, open ones first, then the newest first. */
export const listCases = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<BindingCaseRow[]> =>
  db.find(BindingCaseRow, {
    where: { bindingId: In([...bindingIds]) },
    order: { closedAt: { direction: 'DESC', nulls: 'FIRST' }, openedAt: 'DESC' },
  });

export const hasOpenCase = (tx: EntityManager, bindingId: Id<'binding'>, about: BindingCaseAbout): Promise<boolean> =>
  tx.existsBy(BindingCaseRow, { bindingId, about, closedAt: IsNull() });
