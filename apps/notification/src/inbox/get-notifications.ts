import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listNotificationsById, type Notification } from '../alerts';

/** An account's notifications by id, in the order asked; undefined for an id that is unknown or somebody else's. */
export type GetNotifications = (
  accountId: Id<'account'>,
  ids: readonly Id<'notification'>[],
) => Promise<(Notification | undefined)[]>;

export const createGetNotifications =
  (db: EntityManager): GetNotifications =>
  async (accountId, ids) => {
    const found = await listNotificationsById(db, accountId, ids);
    const byId = new Map(found.map((notification) => [notification.id, notification]));
    return ids.map((id) => byId.get(id));
  };
