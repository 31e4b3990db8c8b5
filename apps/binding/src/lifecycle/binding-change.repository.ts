import type { Id } from '@bindery/kernel';
import { And, In, LessThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import type { BindingChange, ChangeFilter } from './binding-change.rules';

/**
 * Every change of all bindings of a card that the filter lets through, the newest first; keys are their ids. Its place in the order counts the
 * changes of all cards, so it stays inside.
 */
export async function listChanges(
  db: EntityManager,
  cardId: Id<'card'>,
  filter: ChangeFilter,
  page: PageRequest,
): Promise<Page<BindingChange>> {
  const places = await findPositions(db, cardId, [page.after, page.before]);
  const { direction, take, where } = pageOf({ ...page, after: places[0], before: places[1] }, 'DESC');
  const rows = await db.find(BindingChangeRow, {
    where: { ...matching(cardId, filter), ...where('position') },
    order: { position: direction },
    take,
  });
  return toPage(rows.map(toChange), page);
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

/** How many changes of the card there are that the filter lets through. */
export const countChanges = (db: EntityManager, cardId: Id<'card'>, filter: ChangeFilter): Promise<number> =>
  db.countBy(BindingChangeRow, matching(cardId, filter));

function matching(cardId: Id<'card'>, { from, until, facts }: ChangeFilter) {
  const bounds = [...(from ? [MoreThanOrEqual(from)] : []), ...(until ? [LessThan(until)] : [])];
  return { cardId, ...(bounds.length ? { at: And(...bounds) } : {}), ...(facts ? { fact: In([...facts]) } : {}) };
}

function toChange({ fromPhase, toPhase, holds, sync, position: _position, ...row }: BindingChangeRow): BindingChange {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}
