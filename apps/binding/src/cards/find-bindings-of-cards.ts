import { In, type DataSource } from 'typeorm';
import type { Binding } from '../lifecycle/binding.rules';
import { BindingRow } from '../lifecycle/binding.entity';
import { toBinding } from '../lifecycle/binding.repository';

/** All bindings of these cards, over ones too, the newest first. */
export type FindBindingsOfCards = (cardIds: readonly string[]) => Promise<Binding[]>;

export function createFindBindingsOfCards(dataSource: DataSource): FindBindingsOfCards {
  return async (cardIds) =>
    (await dataSource.manager.find(BindingRow, { where: { cardId: In([...cardIds]) }, order: { id: 'DESC' } })).map(
      toBinding,
    );
}
