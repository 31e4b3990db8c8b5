import type { SqlSession } from '@bindery/messaging';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Notification } from '../alerts/notification.rules';
import { notificationColumns } from '../persistence/notification.record';

/** A page of an account's notifications, newest first. Ids sort by the time of the fact, so an id is the place of a row. */
export type ListInbox = (accountId: string, page: PageRequest) => Promise<Page<Notification>>;

export const createListInbox =
  (db: SqlSession): ListInbox =>
  async (accountId, page) =>
    toPage(
      await db.query<Notification>(
        `SELECT ${notificationColumns} FROM notification
         WHERE account_id = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
        [accountId, page.after ?? null, page.first + 1],
      ),
      page,
    );
