import type { Id } from '@bindery/kernel';
import { LessThan, Raw, type EntityManager } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import type { BindingChange } from './binding-change.rules';

/** Every change of all bindings of a card, the newest first; `after` is the id of one of them. Its place in the order counts the changes of all cards, so it stays inside. */
export async function listChanges(
  db: EntityManager,
  cardId: Id<'card'>,
  page: PageRequest,
): Promise<Page<BindingChange>> {
  const after = page.after === undefined ? {} : { position: beforePositionOf(cardId, page.after) };
  const rows = await db.find(BindingChangeRow, {
    where: { cardId, ...after },
    order: { position: 'DESC' },
    take: page.first + 1,
  });
  return toPage(rows.map(toChange), page);
}

/** Cursors of before were positions themselves; they are still taken. */
const beforePositionOf = (cardId: Id<'card'>, after: string) =>
  /^\d{1,18}$/.test(after)
    ? LessThan(after)
    : Raw((position) => `${position} < (SELECT position FROM binding_change WHERE id = :after AND card_id = :cardId)`, {
        after,
        cardId,
      });

function toChange({ fromPhase, toPhase, holds, sync, position: _position, ...row }: BindingChangeRow): BindingChange {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}
