import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { findKnownBinding } from './known-binding.repository';

/** What is asked about, and by whom: a binding and the account that it should be of. */
export interface CardInQuestion {
  readonly accountId: Id<'account'> | null;
  readonly subjectId: Id<'binding'> | null;
}

/** The kind of the card; undefined when it is not known, or is another account's. */
export type GetCardKind = (card: CardInQuestion) => Promise<string | undefined>;

export function createGetCardKind(db: EntityManager): GetCardKind {
  return async ({ accountId, subjectId }) => {
    const binding = subjectId ? await findKnownBinding(db, subjectId) : undefined;
    return binding && binding.accountId === accountId ? binding.kind : undefined;
  };
}
