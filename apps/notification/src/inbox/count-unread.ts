import type { EntityManager } from 'typeorm';
import { countUnread } from './inbox.repository';

/** How many notifications of an account are unread. */
export type CountUnread = (accountId: string) => Promise<number>;

export const createCountUnread =
  (db: EntityManager): CountUnread =>
  (accountId) =>
    countUnread(db, accountId);
