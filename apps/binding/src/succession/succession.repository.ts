import type { Id } from '@bindery/kernel';
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { SuccessionRow } from './succession.entity';
import type { SuccessionOutcome } from './succession.rules';

export type Succession = Readonly<SuccessionRow>;

/** Throws a unique violation of `succession_of_one` where another takes the place, or has taken it. */
export async function insertSuccession(
  tx: EntityManager,
  succession: Omit<Succession, 'endedAt' | 'outcome'>,
): Promise<void> {
  await tx.insert(SuccessionRow, { ...succession, endedAt: null, outcome: null });
}

/** The succession that is open for a successor. */
export const findOpenSuccession = (tx: EntityManager, successorId: Id<'binding'>): Promise<Succession | null> =>
  tx.findOneBy(SuccessionRow, { successorId, endedAt: IsNull() });

/** What of an account takes the place of what, and has not yet. */
export const listOpenSuccessions = (tx: EntityManager, accountId: Id<'account'>): Promise<Succession[]> =>
  tx.findBy(SuccessionRow, { accountId, endedAt: IsNull() });

/** What takes the place of these, or has taken it; what was given up is left out. In no order. */
export async function listSuccessorsOf(
  db: EntityManager,
  predecessorIds: readonly Id<'binding'>[],
): Promise<Succession[]> {
  if (predecessorIds.length === 0) return [];
  const rows = await db.findBy(SuccessionRow, { predecessorId: In([...predecessorIds]) });
  return rows.filter(({ outcome }) => outcome !== 'GIVEN_UP');
}

/** One that was begun to take a place, by itself or by that of another before it. */
export interface Follower {
  readonly bindingId: Id<'binding'>;
  readonly begunAt: Date;
  readonly outcome: SuccessionOutcome | null;
}

/** What was begun to take the place of a binding, of what took it, and so on, the first first; what was given up is there too. */
export async function listFollowers(db: EntityManager, bindingId: Id<'binding'>): Promise<Follower[]> {
  const rows: { successor_id: Id<'binding'>; begun_at: Date; outcome: SuccessionOutcome | null }[] = await db.query(
    `WITH RECURSIVE line AS (
       SELECT successor_id, begun_at, outcome FROM succession WHERE predecessor_id = $1
       UNION SELECT next.successor_id, next.begun_at, next.outcome
         FROM succession next JOIN line ON next.predecessor_id = line.successor_id
     ) SELECT successor_id, begun_at, outcome FROM line ORDER BY begun_at, successor_id`,
    [bindingId],
  );
  return rows.map(({ successor_id, begun_at, outcome }) => ({ bindingId: successor_id, begunAt: begun_at, outcome }));
}

/** Whose place a binding has taken, and who had it before, in no order. */
export async function listForerunners(db: EntityManager, bindingId: Id<'binding'>): Promise<Id<'binding'>[]> {
  const rows: { predecessor_id: Id<'binding'> }[] = await db.query(
    `WITH RECURSIVE line AS (
       SELECT predecessor_id FROM succession WHERE successor_id = $1
       UNION SELECT before.predecessor_id FROM succession before JOIN line ON before.successor_id = line.predecessor_id
     ) SELECT predecessor_id FROM line`,
    [bindingId],
  );
  return rows.map(({ predecessor_id }) => predecessor_id);
}

export async function saveSuccessionEnded(
  tx: EntityManager,
  successorId: Id<'binding'>,
  outcome: SuccessionOutcome,
  at: Date,
): Promise<void> {
  await tx.update(SuccessionRow, { successorId, endedAt: IsNull() }, { endedAt: at, outcome });
}

/** How many cards of a provider an account has moved since then, or is moving. */
export async function countMoves(
  tx: EntityManager,
  accountId: Id<'account'>,
  provider: string,
  since: Date,
): Promise<number> {
  const where = { accountId, provider, kind: 'MOVE' as const, begunAt: MoreThan(since) };
  return tx.countBy(SuccessionRow, [
    { ...where, outcome: IsNull() },
    { ...where, outcome: 'DONE' },
  ]);
}
