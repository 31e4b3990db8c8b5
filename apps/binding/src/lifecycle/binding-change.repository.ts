import type { BindingState } from '@bindery/card-lifecycle';
import { newId, type Id } from '@bindery/kernel';
import { And, In, IsNull, LessThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import {
  notes,
  type BindingChange,
  type CardEntry,
  type ChangeFilter,
  type BindingNote,
  type ToldFact,
} from './binding-change.rules';
import type { Binding } from './binding.rules';
import { CardRow } from './card.entity';

/**
 * Every change of all bindings of a card that the filter lets through, the newest first; keys are their ids. Its place in the order counts the
 * changes of all cards, so it stays inside.
 */
export async function listChanges(
  db: EntityManager,
  cardId: Id<'card'>,
  filter: ChangeFilter,
  page: PageRequest,
): Promise<Page<CardEntry>> {
  const places = await findPositions(db, cardId, [page.after, page.before]);
  const { direction, take, where } = pageOf({ ...page, after: places[0], before: places[1] }, 'DESC');
  const rows = await db.find(BindingChangeRow, {
    where: { ...matching(cardId, filter), ...where('position') },
    order: { position: direction },
    take,
  });
  return toPage(rows.map(toEntry), page);
}

/** Places of changes in the order, by their ids; of an id that is no change of the card a place that nothing has. */
async function findPositions(db: EntityManager, cardId: Id<'card'>, ids: readonly (string | undefined)[]) {
  const asked = ids.filter((id) => id !== undefined);
  if (asked.length === 0) return [];
  const rows = await db.find(BindingChangeRow, {
    where: { cardId, id: In(asked) },
    select: { id: true, position: true },
  });
  return ids.map((id) => id && (rows.find((row) => row.id === id)?.position ?? '0'));
}

/** Every step of a binding, the oldest first. */
export async function listChangesOfBinding(db: EntityManager, bindingId: Id<'binding'>): Promise<BindingChange[]> {
  const where = { bindingId, version: Not(IsNull()) };
  return (await db.find(BindingChangeRow, { where, order: { version: 'ASC' } })).map(toChange);
}

/** How a binding stood just before a moment, by its steps; null where it was not begun yet. */
export async function findStateBefore(
  db: EntityManager,
  bindingId: Id<'binding'>,
  moment: Date,
): Promise<BindingState | null> {
  const where = { bindingId, version: Not(IsNull()), at: LessThan(moment) };
  const row = await db.findOne(BindingChangeRow, { where, order: { version: 'DESC' } });
  return row && toEntry(row).state;
}

/** Writes down what was done with a binding and is no step of it. */
export async function insertNote(
  tx: EntityManager,
  { id: bindingId, cardId, state }: Pick<Binding, 'id' | 'cardId' | 'state'>,
  { fact, reason, at, by }: BindingNote,
): Promise<void> {
  const { phase, holds, sync } = state;
  const done = { id: newId('change', at.getTime()), at, actor: 'SYSTEM', ...notes[fact], ...by } as const;
  const now = { fromPhase: phase, toPhase: phase, holds: [...holds], sync };
  await tx.insert(BindingChangeRow, { ...done, ...now, bindingId, cardId, fact, reason, version: null });
}

/** The change by which a binding came off last. */
export async function findRemoval(db: EntityManager, bindingId: Id<'binding'>): Promise<BindingChange | null> {
  const facts = In(['unbound', 'removed-elsewhere']);
  const row = await db.findOne(BindingChangeRow, { where: { bindingId, fact: facts }, order: { version: 'DESC' } });
  return row && toChange(row);
}

/** The change by which each of these bindings came off last; of those that never did, none. */
export async function listRemovals(db: EntityManager, bindingIds: readonly Id<'binding'>[]): Promise<BindingChange[]> {
  const where = { bindingId: In([...bindingIds]), fact: In(['unbound', 'removed-elsewhere']) };
  const rows = (await db.find(BindingChangeRow, { where, order: { version: 'DESC' } })).map(toChange);
  return rows.filter(({ bindingId }, place) => rows.findIndex((row) => row.bindingId === bindingId) === place);
}

/** How many changes of the card there are that the filter lets through. */
export const countChanges = (db: EntityManager, cardId: Id<'card'>, filter: ChangeFilter): Promise<number> =>
  db.countBy(BindingChangeRow, matching(cardId, filter));

/** After which version of the row each review of a binding was asked for, the first first. */
export async function listReviewVersions(db: EntityManager, bindingId: Id<'binding'>): Promise<number[]> {
  const where = { bindingId, fact: 'review-requested' } as const;
  const rows = await db.find(BindingChangeRow, { where, select: { version: true }, order: { version: 'ASC' } });
  return rows.flatMap(({ version }) => version ?? []);
}

/** The changes of all cards of an account since then that are of these facts, the newest first; at most so many. */
export async function listRecentChanges(
  db: EntityManager,
  accountId: Id<'account'>,
  { since, facts, limit }: { readonly since: Date; readonly facts: readonly ToldFact[]; readonly limit: number },
): Promise<CardEntry[]> {
  const cards = await db.find(CardRow, { where: { accountId }, select: { id: true } });
  if (cards.length === 0) return [];
  const rows = await db.find(BindingChangeRow, {
    where: { cardId: In(cards.map(({ id }) => id)), at: MoreThanOrEqual(since), fact: In([...facts]) },
    order: { position: 'DESC' },
    take: limit,
  });
  return rows.map(toEntry);
}

function matching(cardId: Id<'card'>, { from, until, facts }: ChangeFilter) {
  const bounds = [...(from ? [MoreThanOrEqual(from)] : []), ...(until ? [LessThan(until)] : [])];
  return { cardId, ...(bounds.length ? { at: And(...bounds) } : {}), ...(facts ? { fact: In([...facts]) } : {}) };
}

function toEntry({ fromPhase, toPhase, holds, sync, position: _position, ...row }: BindingChangeRow): CardEntry {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}

/** Of rows that were asked for as steps. */
const toChange = (row: BindingChangeRow) => toEntry(row) as BindingChange;
