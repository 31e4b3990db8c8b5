import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Notification } from '../alerts';
import { listCardAlerts } from './inbox.repository';

/** For each card a page of what the account was told about it, newest first; empty for cards that are not the account's. */
export type ListCardAlerts = (
  accountId: Id<'account'>,
  cardIds: readonly Id<'card'>[],
  page: PageRequest,
) => Promise<Page<Notification>[]>;

export const createListCardAlerts =
  (db: EntityManager): ListCardAlerts =>
  async (accountId, cardIds, page) => {
    const rows = await listCardAlerts(db, accountId, cardIds, page);
    const ofCard = (id: Id<'card'>) => rows.filter(({ cardId }) => cardId === id);
    return cardIds.map((id) => toPage(ofCard(id), page));
  };
