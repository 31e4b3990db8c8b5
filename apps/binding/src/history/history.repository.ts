import { LessThan, type DataSource } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { BindingChange } from '../lifecycle/binding-change.rules';
import { BindingChangeRow } from '../lifecycle/binding-change.entity';

/** A change with its place in the order: the later, the greater. */
interface PlacedChange extends BindingChange {
  readonly position: string;
}

/** Every change of all bindings of a card, the newest first. */
export type ListChanges = (cardId: string, page: PageRequest) => Promise<Page<PlacedChange>>;

export function createListChanges(dataSource: DataSource): ListChanges {
  return async (cardId, page) => {
    const after = isPosition(page.after) ? { position: LessThan(page.after) } : {};
    const rows = await dataSource.manager.find(BindingChangeRow, {
      where: { cardId, ...after },
      order: { position: 'DESC' },
      take: page.first + 1,
    });
    return toPage(rows.map(toChange), page);
  };
}

/** A cursor that is no position was not given by us; it starts at the beginning. */
const isPosition = (after: string | undefined): after is string => after !== undefined && /^\d{1,18}$/.test(after);

function toChange({ fromPhase, toPhase, holds, sync, ...row }: BindingChangeRow): PlacedChange {
  return { ...row, from: fromPhase, to: toPhase, state: { phase: toPhase, holds, sync } };
}
