import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { countUnread } from './inbox.repository';

/** How many notifications of an account are unread. */
export type CountUnread = (accountId: Id<'account'>) => Promise<number>;

export const createCountUnread =
  (db: EntityManager): CountUnread =>
  (accountId) =>
    countUnread(db, accountId);
