import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { newId, type Id } from '@bindery/kernel';
import { BindingCaseRow } from './binding-case.entity';
import type { BindingCase, BindingCaseAbout, LeftMandate, ToldOfCase } from './cases.rules';
import { answerBy } from './promises.rules';

/** Something people have to look into, one open case for each matter of a binding; null where there is one. */
export async function insertCase(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  about: BindingCaseAbout,
  at: Date,
  mandates: readonly LeftMandate[] | null = null,
): Promise<Pick<BindingCase, 'id' | 'answerBy'> | null> {
  const opened = { id: newId('case', at.getTime()), answerBy: answerBy(at) };
  const rows: unknown[] = await tx.query(
    `INSERT INTO binding_case (id, binding_id, about, opened_at, answer_by, mandates) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING id`,
    [opened.id, bindingId, about, at, opened.answerBy, mandates && JSON.stringify(mandates)],
  );
  return rows.length > 0 ? opened : null;
}

/** What the case was about has settled by itself; answers the cases that were open. */
export async function saveCasesSettled(
  tx: EntityManager,
  bindingId: Id<'binding'>,
  abouts: readonly BindingCaseAbout[],
  at: Date,
): Promise<Id<'case'>[]> {
  const [rows]: [{ id: Id<'case'> }[], number] = await tx.query(
    'UPDATE binding_case SET closed_at = $3 WHERE binding_id = $1 AND about = ANY($2) AND closed_at IS NULL RETURNING id',
    [bindingId, abouts, at],
  );
  return rows.map(({ id }) => id);
}

/** Its holder was told. */
export async function saveCaseTold(tx: EntityManager, id: Id<'case'>, told: ToldOfCase): Promise<void> {
  await tx.update(BindingCaseRow, { id }, { told });
}

export const findCase = (db: EntityManager, id: Id<'case'>): Promise<BindingCaseRow | null> =>
  db.findOneBy(BindingCaseRow, { id });

/** The same, which nobody closes until the transaction ends. */
export const lockCase = (tx: EntityManager, id: Id<'case'>): Promise<BindingCaseRow | null> =>
  tx.findOne(BindingCaseRow, { where: { id }, lock: { mode: 'pessimistic_write' } });

/** A promise has passed, and another is made. */
export async function saveAnswerMissed(
  tx: EntityManager,
  id: Id<'case'>,
  missed: Pick<BindingCase, 'overdueSince' | 'answersMissed' | 'answerBy'>,
): Promise<void> {
  await tx.update(BindingCaseRow, { id }, missed);
}

/** Open cases that were to be answered before then, the longest ago first, at most so many. */
export async function listDueCases(tx: EntityManager, before: Date, limit: number): Promise<Id<'case'>[]> {
  const rows = await tx.find(BindingCaseRow, {
    select: { id: true },
    where: { closedAt: IsNull(), answerBy: LessThan(before) },
    order: { answerBy: 'ASC' },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** Cases that were opened or closed before then, of which their holder was not told that; at most so many. */
export async function listUntoldCases(tx: EntityManager, before: Date, limit: number): Promise<Id<'case'>[]> {
  const rows = await tx.find(BindingCaseRow, {
    select: { id: true },
    where: [
      { told: IsNull(), openedAt: LessThan(before) },
      { told: 'OPENED', closedAt: LessThan(before) },
    ],
    take: limit,
  });
  return rows.map(({ id }) => id);
}

/** Somebody has closed it; false where it was closed before. */
export async function saveCaseClosedBy(
  tx: EntityManager,
  id: Id<'case'>,
  by: Pick<BindingCaseRow, 'closedBy' | 'reason' | 'closedAt'>,
): Promise<boolean> {
  const { affected } = await tx.update(BindingCaseRow, { id, closedAt: IsNull() }, by);
  return affected === 1;
}

/** Our people had the provider asked again about it. */
export async function saveCaseAskedAgain(tx: EntityManager, id: Id<'case'>, at: Date): Promise<void> {
  await tx.update(BindingCaseRow, { id }, { askedAgainAt: at });
}

/** Who of our people ended it, and why, where it has ended in this transaction. */
export async function saveCaseEnder(
  tx: EntityManager,
  id: Id<'case'>,
  { closedBy, reason }: Pick<BindingCaseRow, 'closedBy' | 'reason'>,
): Promise<void> {
  await tx.update(BindingCaseRow, { id, closedAt: Not(IsNull()), closedBy: IsNull() }, { closedBy, reason });
}

/** Cases of these bindings, open ones first, then the newest first. */
export const listCases = (db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<BindingCaseRow[]> =>
  db.find(BindingCaseRow, {
    where: { bindingId: In([...bindingIds]) },
    order: { closedAt: { direction: 'DESC', nulls: 'FIRST' }, openedAt: 'DESC' },
  });

export const hasOpenCase = (tx: EntityManager, bindingId: Id<'binding'>, about: BindingCaseAbout): Promise<boolean> =>
  tx.existsBy(BindingCaseRow, { bindingId, about, closedAt: IsNull() });
