import { isId, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { findKnownBinding } from './known-binding.repository';
import type { KindName } from './known-binding.rules';

/** What is asked about, and by whom: a binding (of other subjects no kind is told) and the account that it should be of. */
export interface CardInQuestion {
  readonly accountId: Id<'account'> | null;
  readonly subjectId: string | null;
}

/** What the kind of the card is called; null when it is not known, or the card is another account's. */
export type GetKindName = (card: CardInQuestion) => Promise<KindName | null>;

export function createGetKindName(db: EntityManager): GetKindName {
  return async ({ accountId, subjectId }) => {
    const binding = subjectId && isId('binding', subjectId) ? await findKnownBinding(db, subjectId) : null;
    return binding && binding.accountId === accountId ? binding.kindName : null;
  };
}
