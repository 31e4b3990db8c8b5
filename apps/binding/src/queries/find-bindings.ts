import { In, type DataSource } from 'typeorm';
import type { Binding } from '../domain/binding';
import { BindingRow } from '../persistence/binding.entity';
import { toBinding } from '../persistence/binding.repository';

/** The bindings that there are of these ids, in no order. */
export type FindBindings = (ids: readonly string[]) => Promise<Binding[]>;

export function createFindBindings(dataSource: DataSource): FindBindings {
  return async (ids) => (await dataSource.manager.findBy(BindingRow, { id: In([...ids]) })).map(toBinding);
}
