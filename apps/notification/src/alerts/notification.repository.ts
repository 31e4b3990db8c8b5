import type { Id } from '@bindery/kernel';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { LockedRecipient } from '../recipients';
import { NotificationRow } from './notification.entity';
import type { Notification } from './notification.rules';

export interface NewNotification extends Omit<Notification, 'accountId' | 'readAt'> {
  readonly occurredAt: Date;
  /** The event that told the fact; an account is told of it once. */
  readonly sourceEventId: Id<'event'>;
}

/** Keeps a notification; false when the account was told of this event before. */
export async function insertNotification(
  tx: EntityManager,
  { accountId }: LockedRecipient,
  notification: NewNotification,
): Promise<boolean> {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(NotificationRow)
    .values({ ...notification, accountId, facts: { ...notification.facts } })
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length === 1;
}

/** What deliveries are planned by. */
export type NotificationToDeliver = Pick<NotificationRow, 'id' | 'kind' | 'occurredAt'>;

/** An account's notifications put into the inbox since then. */
export const listNotificationsSince = (
  tx: EntityManager,
  accountId: Id<'account'>,
  since: Date,
): Promise<NotificationToDeliver[]> =>
  tx.find(NotificationRow, {
    where: { accountId, createdAt: MoreThanOrEqual(since) },
    select: { id: true, kind: true, occurredAt: true },
    order: { id: 'ASC' },
  });

/** Those of the ids that are the account's own. */
export const listNotificationsById = (
  db: EntityManager,
  accountId: Id<'account'>,
  ids: readonly Id<'notification'>[],
): Promise<Notification[]> => db.find(NotificationRow, { where: { accountId, id: In([...ids]) } });

/** Deletes notifications put into the inbox before then, with their deliveries, a bounded number at a time; how many. */
export async function deleteNotificationsBefore(tx: EntityManager, before: Date, limit: number): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `WITH deleted AS (
       DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE created_at < $1 LIMIT $2) RETURNING id
     ) SELECT count(*)::integer AS count FROM deleted`,
    [before, limit],
  );
  return row?.count ?? 0;
}
