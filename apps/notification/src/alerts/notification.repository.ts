import type { Id } from '@bindery/kernel';
import { In, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { LockedRecipient } from '../recipients';
import type { AlertFacts } from './alert-facts.rules';
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
    where: { accountId, toldIn: IsNull(), createdAt: MoreThanOrEqual(since) },
    select: { id: true, kind: true, occurredAt: true },
    order: { id: 'ASC' },
  });

/** A notification as far as others of the same thing are joined with it. */
export type JoinableNotification = Pick<
  NotificationRow,
  'id' | 'kind' | 'cardId' | 'bindingId' | 'facts' | 'occurredAt' | 'toldIn'
>;

const joinable = {
  id: true,
  kind: true,
  cardId: true,
  bindingId: true,
  facts: true,
  occurredAt: true,
  toldIn: true,
} as const;

/** One of them. */
export const findJoinable = (tx: EntityManager, id: Id<'notification'>): Promise<JoinableNotification | null> =>
  tx.findOne(NotificationRow, { where: { id }, select: joinable });

/** What an account was told of these kinds about a binding, oldest first; some of it in other entries. */
export const listOfBinding = (
  tx: EntityManager,
  { accountId }: LockedRecipient,
  bindingId: Id<'binding'>,
  kinds: readonly string[],
): Promise<JoinableNotification[]> =>
  tx.find(NotificationRow, {
    where: { accountId, bindingId, kind: In([...kinds]) },
    select: joinable,
    order: { id: 'ASC' },
  });

/** What an account was told of these kinds that happened in that very moment, as RFC 3339 says it. */
export const listOfMoment = (
  tx: EntityManager,
  { accountId }: LockedRecipient,
  at: string,
  kinds: readonly string[],
): Promise<JoinableNotification[]> =>
  tx
    .createQueryBuilder(NotificationRow, 'told')
    .where(`told.account_id = :accountId AND told.kind IN (:...kinds) AND told.facts ->> 'at' = :at`, {
      accountId,
      kinds,
      at,
    })
    .orderBy('told.id')
    .getMany();

/** What an account was told of these kinds about one act on a card. */
export const listOfAct = (
  tx: EntityManager,
  { accountId }: LockedRecipient,
  { cardId, act }: { readonly cardId: Id<'card'>; readonly act: string },
  kinds: readonly string[],
): Promise<JoinableNotification[]> =>
  tx
    .createQueryBuilder(NotificationRow, 'told')
    .where(`told.account_id = :accountId AND told.card_id = :cardId AND told.kind IN (:...kinds)`, {
      accountId,
      cardId,
      kinds,
    })
    .andWhere(`told.facts ->> 'act' = :act`, { act })
    .orderBy('told.id')
    .getMany();

/** Has an entry tell other facts too: those, and what they told. */
export async function saveToldIn(
  tx: EntityManager,
  { accountId }: LockedRecipient,
  ids: readonly Id<'notification'>[],
  toldIn: Id<'notification'>,
): Promise<void> {
  await tx.query('UPDATE notification SET told_in = $3 WHERE account_id = $1 AND (id = ANY($2) OR told_in = ANY($2))', [
    accountId,
    ids,
    toldIn,
  ]);
}

/** What an entry tells from now on. */
export async function saveFacts(tx: EntityManager, id: Id<'notification'>, facts: AlertFacts): Promise<void> {
  await tx.update(NotificationRow, { id }, { facts: { ...facts } });
}

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
