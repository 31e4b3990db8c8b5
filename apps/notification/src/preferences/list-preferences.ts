import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listChoices } from './preference.repository';
import { toPreferences, type Preference } from './preference.rules';

/** How an account is told about each kind of thing. */
export type ListPreferences = (accountId: Id<'account'>) => Promise<Preference[]>;

export const createListPreferences =
  (db: EntityManager): ListPreferences =>
  async (accountId) =>
    toPreferences(await listChoices(db, accountId));
