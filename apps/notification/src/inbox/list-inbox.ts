import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Notification } from '../alerts';
import { listInbox } from './inbox.repository';

/** A page of an account's notifications, newest first. */
export type ListInbox = (accountId: Id<'account'>, page: PageRequest) => Promise<Page<Notification>>;

export const createListInbox =
  (db: EntityManager): ListInbox =>
  async (accountId, page) =>
    toPage(await listInbox(db, accountId, page), page);
