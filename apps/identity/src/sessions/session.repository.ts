import { IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Session, SessionEndCause } from './session.rules';
import { SessionRow } from './session.entity';

export async function insertSession(tx: EntityManager, session: Session): Promise<void> {
  await tx.insert(SessionRow, { ...session });
}

export const findSession = (tx: EntityManager, id: Session['id']): Promise<Session | null> =>
  tx.findOneBy(SessionRow, { id });

/** Compare-and-set: the next refresh token takes the place of `session`'s. False when that is not current any more. */
export async function saveSessionRotated(
  tx: EntityManager,
  { id, refreshHash, generation }: Session,
  next: { readonly refreshHash: string; readonly rotatedBy: string; readonly now: Date },
): Promise<boolean> {
  const { now, ...rotated } = next;
  const { affected } = await tx.update(
    SessionRow,
    { id, refreshHash, generation, endedAt: IsNull() },
    { ...rotated, generation: generation + 1, rotatedAt: now, lastUsedAt: now },
  );
  return affected === 1;
}

/** Ends a session that has not ended; false when it had. */
export async function saveSessionEnded(
  tx: EntityManager,
  id: Session['id'],
  cause: SessionEndCause,
  now: Date,
): Promise<boolean> {
  const { affected } = await tx.update(SessionRow, { id, endedAt: IsNull() }, { endedAt: now, endCause: cause });
  return affected === 1;
}

/** Ids of the account's sessions that go on, oldest first. */
export async function listLiveSessionIds(
  tx: EntityManager,
  accountId: Session['accountId'],
  now: Date,
): Promise<Session['id'][]> {
  const rows = await tx.find(SessionRow, {
    select: { id: true },
    where: liveOf(accountId, now),
    order: { id: 'ASC' },
  });
  return rows.map(({ id }) => id);
}

/** Ids of the account's sessions that go on beyond the `kept` that were used last. */
export async function listLeastUsedSessionIds(
  tx: EntityManager,
  accountId: Session['accountId'],
  now: Date,
  kept: number,
): Promise<Session['id'][]> {
  const rows = await tx.find(SessionRow, {
    select: { id: true },
    where: liveOf(accountId, now),
    order: { lastUsedAt: 'DESC', id: 'DESC' },
    skip: kept,
  });
  return rows.map(({ id }) => id);
}

/** Newest first: ids begin with the time they were made, and are the keys. */
export async function listLiveSessions(
  tx: EntityManager,
  accountId: Session['accountId'],
  now: Date,
  page: PageRequest,
): Promise<Page<Session>> {
  const { direction, take, where } = pageOf(page, 'DESC');
  const rows = await tx.find(SessionRow, {
    where: { ...liveOf(accountId, now), ...where('id') },
    order: { id: direction },
    take,
  });
  return toPage(rows, page);
}

/** How many sessions of an account were started since, those that are over too, as long as they are kept. */
export const countSessionsSince = (tx: EntityManager, accountId: Session['accountId'], since: Date): Promise<number> =>
  tx.countBy(SessionRow, { accountId, startedAt: MoreThan(since) });

const liveOf = (accountId: Session['accountId'], now: Date) => ({
  accountId,
  endedAt: IsNull(),
  endsAt: MoreThan(now),
});

/** Deletes sessions that ended, or would have, before `before`. Answers how many. */
export async function deleteSessionsBefore(tx: EntityManager, before: Date): Promise<number> {
  const { affected } = await tx.delete(SessionRow, { endsAt: LessThan(before) });
  return affected ?? 0;
}
