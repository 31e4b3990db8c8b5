import type { SqlSession } from '@bindery/messaging';
import { toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { Notification } from '../alerts/notification.rules';
import { notificationColumns } from '../persistence/notification.record';

/** For each card a page of what the account was told about it, newest first; empty for cards that are not the account's. */
export type ListCardAlerts = (
  accountId: string,
  cardIds: readonly string[],
  page: PageRequest,
) => Promise<Page<Notification>[]>;

export const createListCardAlerts =
  (db: SqlSession): ListCardAlerts =>
  async (accountId, cardIds, page) => {
    const rows = await db.query<Notification>(
      `SELECT alert.* FROM unnest($2::text[]) AS asked (id) CROSS JOIN LATERAL (
         SELECT ${notificationColumns} FROM notification
         WHERE account_id = $1 AND card_id = asked.id AND ($3::text IS NULL OR id < $3) ORDER BY id DESC LIMIT $4
       ) AS alert`,
      [accountId, cardIds, page.after ?? null, page.first + 1],
    );
    return cardIds.map((cardId) =>
      toPage(
        rows.filter((row) => row.cardId === cardId),
        page,
      ),
    );
  };
