import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { asLocked, pageOf, type Locked, type PageRequest } from '@bindery/persistence';
import type { Notification } from '../alerts';

/** The columns of a notification under the names of the domain type: pages are the hot reads of this service. */
const columns = `
  id, account_id AS "accountId", kind, critical, words, action, facts,
  card_id AS "cardId", binding_id AS "bindingId", created_at AS "createdAt", read_at AS "readAt"`;

/** An account's notifications, newest first, and one more than asked for. Ids sort by the time of the fact, so an id is the place of a row. */
export const listInbox = (db: EntityManager, accountId: Id<'account'>, page: PageRequest): Promise<Notification[]> => {
  const { direction, take, condition } = pageOf(page, 'DESC');
  const { sql, values } = condition(['id'], 2);
  return db.query(
    `SELECT ${columns} FROM notification
     WHERE account_id = $1 AND told_in IS NULL AND ${sql} ORDER BY id ${direction} LIMIT ${take}`,
    [accountId, ...values],
  );
};

/** For each card what the account was told about it, newest first, and one more than asked for. */
export const listCardAlerts = (
  db: EntityManager,
  accountId: Id<'account'>,
  cardIds: readonly Id<'card'>[],
  page: PageRequest,
): Promise<Notification[]> => {
  const { direction, take, condition } = pageOf(page, 'DESC');
  const { sql, values } = condition(['id'], 3);
  return db.query(
    `SELECT alert.* FROM unnest($2::text[]) AS asked (id) CROSS JOIN LATERAL (
       SELECT ${columns} FROM notification
       WHERE account_id = $1 AND card_id = asked.id AND told_in IS NULL AND ${sql} ORDER BY id ${direction} LIMIT ${take}
     ) AS alert`,
    [accountId, cardIds, ...values],
  );
};

/** How many notifications of an account are unread; answered by a partial index. */
export async function countUnread(db: EntityManager, accountId: Id<'account'>): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    'SELECT count(*)::integer AS count FROM notification WHERE account_id = $1 AND read_at IS NULL AND told_in IS NULL',
    [accountId],
  );
  return row?.count ?? 0;
}

/** Notifications of one account, their rows held by this transaction. */
export type LockedNotifications = Locked<{
  readonly accountId: Id<'account'>;
  readonly ids: readonly Id<'notification'>[];
}>;

/** Those of the ids that are the account's own, locked in the order of their ids. */
export async function lockOwnNotifications(
  tx: EntityManager,
  accountId: Id<'account'>,
  ids: readonly Id<'notification'>[],
): Promise<LockedNotifications> {
  const rows: { id: Id<'notification'> }[] = await tx.query(
    'SELECT id FROM notification WHERE account_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
    [accountId, ids],
  );
  return asLocked({ accountId, ids: rows.map(({ id }) => id) });
}

export async function saveRead(tx: EntityManager, { accountId, ids }: LockedNotifications, at: Date): Promise<void> {
  await tx.query('UPDATE notification SET read_at = $3 WHERE account_id = $1 AND id = ANY($2) AND read_at IS NULL', [
    accountId,
    ids,
    at,
  ]);
}
