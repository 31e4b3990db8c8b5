import type { EntityManager } from 'typeorm';
import { parseId, type Id } from '@bindery/kernel';
import { readPhoneNumber } from '@bindery/values';
import { findAccountByLookup, type LookupOf } from '../accounts';

/** The account that an operator means by its id or its phone; undefined when the text is neither, or nobody has the phone. */
export type FindStaffAccount = (text: string) => Promise<Id<'account'> | undefined>;

export function createFindStaffAccount({ db, lookupOf }: { db: EntityManager; lookupOf: LookupOf }): FindStaffAccount {
  return async (text) => {
    const id = parseId('account', text);
    if (id) return id;
    const phone = readPhoneNumber(text);
    return phone === undefined ? undefined : (await findAccountByLookup(db, lookupOf(phone)))?.id;
  };
}
