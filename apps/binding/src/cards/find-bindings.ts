import { In, type DataSource } from 'typeorm';
import type { Binding } from '../lifecycle/binding.rules';
import { BindingRow } from '../lifecycle/binding.entity';
import { toBinding } from '../lifecycle/binding.repository';

/** The bindings that there are of these ids, in no order. */
export type FindBindings = (ids: readonly string[]) => Promise<Binding[]>;

export function createFindBindings(dataSource: DataSource): FindBindings {
  return async (ids) => (await dataSource.manager.findBy(BindingRow, { id: In([...ids]) })).map(toBinding);
}
