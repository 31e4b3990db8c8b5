import type { Id } from '@bindery/kernel';
import { asLocked, type Locked } from '@bindery/persistence';
import { In, IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { LenderRequestRow } from './lender-request.entity';
import { lookedAfterMs, type LenderRequest } from './lender-request.rules';

/** A request whose row this transaction holds; its binding is locked before it. */
export type LockedRequest = Locked<LenderRequest>;

export async function insertRequest(tx: EntityManager, request: LenderRequest): Promise<void> {
  await tx.insert(LenderRequestRow, { ...request });
}

export const findRequest = (db: EntityManager, id: Id<'operation'>): Promise<LenderRequest | null> =>
  db.findOneBy(LenderRequestRow, { id });

export async function lockRequest(tx: EntityManager, id: Id<'operation'>): Promise<LockedRequest | null> {
  const row = await tx.findOne(LenderRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row && asLocked<LenderRequest>(row);
}

/** Says that the request is about to leave; false where somebody said so before, or it has ended. */
export async function saveRequestSent(tx: EntityManager, id: Id<'operation'>, at: Date): Promise<boolean> {
  const { affected } = await tx.update(LenderRequestRow, { id, state: 'OPEN', sentAt: IsNull() }, { sentAt: at });
  return affected === 1;
}

/** The lender has never heard of it: it had no effect, and may leave again under its own id. */
export async function saveRequestUnsent(tx: EntityManager, id: Id<'operation'>): Promise<void> {
  await tx.update(LenderRequestRow, { id, state: 'OPEN' }, { sentAt: null });
}

export async function saveRequestAsked(tx: EntityManager, { id, asked }: LenderRequest, next: Date): Promise<void> {
  await tx.update(LenderRequestRow, { id, state: 'OPEN' }, { asked: asked + 1, nextCheckAt: next });
}

/** The lender was asked how it stands, or sent it: what it said, null where it did not, which leaves what it said before. */
export async function saveRequestHeard(
  tx: EntityManager,
  id: Id<'operation'>,
  { asked, said, at }: { readonly asked: boolean; readonly said: LenderRequest['said']; readonly at: Date },
): Promise<void> {
  const change = { ...(asked ? { askedAt: at } : {}), ...(said ? { said, saidAt: at } : {}) };
  if (asked || said) await tx.update(LenderRequestRow, { id, state: 'OPEN' }, change);
}

export async function saveRequestOverdue(tx: EntityManager, id: Id<'operation'>, at: Date): Promise<void> {
  await tx.update(LenderRequestRow, { id, state: 'OPEN', overdueAt: IsNull() }, { overdueAt: at });
}

export async function saveRequestSettled(
  tx: EntityManager,
  { id }: LockedRequest,
  ended: Pick<LenderRequest, 'state' | 'cause' | 'settledAt'>,
): Promise<void> {
  await tx.update(LenderRequestRow, { id }, ended);
}

/** Whether a lender is asked something about a binding and has time left to answer. */
export const hasAnswerDue = (tx: EntityManager, bindingId: Id<'binding'>): Promise<boolean> =>
  tx.existsBy(LenderRequestRow, { bindingId, state: 'OPEN', overdueAt: IsNull() });

/** What a lender is asked to have go over to a binding; null where it has ended, or there is nothing. */
export const findOpenMove = (tx: EntityManager, successorId: Id<'binding'>): Promise<LenderRequest | null> =>
  tx.findOneBy(LenderRequestRow, { bindingId: successorId, kind: 'MOVE_ACCOUNT', state: 'OPEN' });

/** Whether another request of a binding is past its deadline. */
export const hasOtherOverdue = (tx: EntityManager, { id, bindingId }: LenderRequest): Promise<boolean> =>
  tx.existsBy(LenderRequestRow, { bindingId, id: Not(id), state: 'OPEN', overdueAt: Not(IsNull()) });

/** Open ones that somebody should have looked after before `before`. */
export const listStuckRequests = (tx: EntityManager, before: Date, limit: number): Promise<LenderRequest[]> =>
  tx.find(LenderRequestRow, { where: { state: 'OPEN', nextCheckAt: LessThan(before) }, take: limit });

/** What was asked about these consents or loans, the oldest first. */
export const listRequestsAbout = (
  db: EntityManager,
  subjectIds: readonly LenderRequest['subjectId'][],
): Promise<LenderRequest[]> =>
  db.find(LenderRequestRow, { where: { subjectId: In([...subjectIds]) }, order: { id: 'ASC' } });

/** What lenders were asked about these bindings and has not ended, and when each is asked again; null where it has not left. */
export async function listOpenRequests(
  db: EntityManager,
  bindingIds: readonly Id<'binding'>[],
): Promise<(LenderRequest & { readonly nextAskAt: Date | null })[]> {
  const rows = await db.findBy(LenderRequestRow, { bindingId: In([...bindingIds]), state: 'OPEN' });
  return rows.map((row) => ({
    ...row,
    nextAskAt: row.sentAt && new Date(row.nextCheckAt.getTime() - lookedAfterMs),
  }));
}
