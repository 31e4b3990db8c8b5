import type { SqlSession } from '@bindery/messaging';
import { toPreferences, type Preference } from './preference.rules';
import { readChoices } from './preference.repository';

/** How an account is told about each kind of thing. */
export type ListPreferences = (accountId: string) => Promise<Preference[]>;

export const createListPreferences =
  (db: SqlSession): ListPreferences =>
  async (accountId) =>
    toPreferences(await readChoices(db, accountId));
