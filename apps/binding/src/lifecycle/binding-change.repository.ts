import type { Id } from '@bindery/kernel';
import { And, In, LessThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import type { BindingChange, ChangeFilter } from './binding-change.rules';

/** A change with its place in the order: the later, the greater. */
interface PlacedChange extends BindingChange {
  readonly position: string;
}

/** Every change of all bindings of a card that the filter lets through, the newest first; keys are positions. */
export async function listChanges(
  db: EntityManager,
  cardId: Id<'card'>,
  filter: ChangeFilter,
  page: PageRequest,
): Promise<Page<PlacedChange>> {
  const { direction, take, where } = pageOf(page, 'DESC');
  const rows = await db.find(BindingChangeRow, {
    where: { ...matching(cardId, filter), ...where('position') },
    order: { position: direction },
    take,
  });
  return toPage(rows.map(toChange), page);
}

/** How many changes of the card there are that the filter lets through. */
export const countChanges = (db: EntityManager, cardId: Id<'card'>, filter: ChangeFilter): Promise<number> =>
  db.countBy(BindingChangeRow, matching(cardId, filter));

function matching(cardId: Id<'card'>, { from, until, facts }: ChangeFilter) {
  const bounds = [...(from ? [MoreThanOrEqual(from)] : []), ...(until ? [LessThan(until)] : [])];
  return { cardId, ...(bounds.length ? { at: And(...bounds) } : {}), ...(facts ? { fact: In([...facts]) } : {}) };
}

function toChange({ fromPhase, toPhase, holds, sync, ...row }: BindingChangeRow): PlacedChange {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}
