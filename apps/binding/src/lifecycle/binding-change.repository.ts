import type { Id } from '@bindery/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import type { BindingChange } from './binding-change.rules';

/** A change with its place in the order: the later, the greater. */
interface PlacedChange extends BindingChange {
  readonly position: string;
}

/** Every change of all bindings of a card, the newest first. */
export async function listChanges(
  db: EntityManager,
  cardId: Id<'card'>,
  page: PageRequest,
): Promise<Page<PlacedChange>> {
  const after = isPosition(page.after) ? { position: LessThan(page.after) } : {};
  const rows = await db.find(BindingChangeRow, {
    where: { cardId, ...after },
    order: { position: 'DESC' },
    take: page.first + 1,
  });
  return toPage(rows.map(toChange), page);
}

/** A cursor that is no position was not given by us; it starts at the beginning. */
const isPosition = (after: string | undefined): after is string => after !== undefined && /^\d{1,18}$/.test(after);

function toChange({ fromPhase, toPhase, holds, sync, ...row }: BindingChangeRow): PlacedChange {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}
