import type { SqlSession } from '@bindery/messaging';
import type { Notification } from '../alerts/notification.rules';
import { notificationColumns } from '../persistence/notification.record';

/** An account's notifications by id, in the order asked; undefined for an id that is unknown or somebody else's. */
export type GetNotifications = (accountId: string, ids: readonly string[]) => Promise<(Notification | undefined)[]>;

export const createGetNotifications =
  (db: SqlSession): GetNotifications =>
  async (accountId, ids) => {
    const rows = await db.query<Notification>(
      `SELECT ${notificationColumns} FROM notification WHERE account_id = $1 AND id = ANY($2)`,
      [accountId, ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  };
