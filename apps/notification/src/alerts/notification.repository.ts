import type { SqlSession } from '@bindery/messaging';
import type { Notification } from './notification.rules';
import type { NotificationKind } from './notification-kind.rules';

export interface NewNotification extends Omit<Notification, 'readAt'> {
  readonly occurredAt: Date;
  /** The event that told the fact; an account is told of it once. */
  readonly sourceEventId: string;
}

/** Keeps a notification; false when the account was told of this event before. */
export async function insertNotification(tx: SqlSession, notification: NewNotification): Promise<boolean> {
  const {
    id,
    accountId,
    sourceEventId,
    kind,
    critical,
    words,
    action,
    facts,
    cardId,
    bindingId,
    occurredAt,
    createdAt,
  } = notification;
  const inserted = await tx.query(
    `INSERT INTO notification (id, account_id, source_event_id, kind, critical, words, action, facts, card_id, binding_id, occurred_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT ON CONSTRAINT notification_once_per_event DO NOTHING RETURNING id`,
    [
      id,
      accountId,
      sourceEventId,
      kind,
      critical,
      words,
      action,
      JSON.stringify(facts),
      cardId,
      bindingId,
      occurredAt,
      createdAt,
    ],
  );
  return inserted.length === 1;
}

/** What deliveries are planned by. */
export interface NotificationToDeliver {
  readonly id: string;
  readonly accountId: string;
  readonly kind: NotificationKind;
  readonly occurredAt: Date;
}

/** An account's notifications put into the inbox since then. */
export const readNotificationsSince = (
  tx: SqlSession,
  accountId: string,
  since: Date,
): Promise<NotificationToDeliver[]> =>
  tx.query<NotificationToDeliver>(
    `SELECT id, account_id AS "accountId", kind, occurred_at AS "occurredAt" FROM notification WHERE account_id = $1 AND created_at >= $2 ORDER BY id`,
    [accountId, since],
  );

/** Deletes notifications put into the inbox before then, with their deliveries, a bounded number at a time; how many. */
export async function deleteNotificationsBefore(tx: SqlSession, before: Date, limit: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `WITH deleted AS (
       DELETE FROM notification WHERE id IN (SELECT id FROM notification WHERE created_at < $1 LIMIT $2) RETURNING id
     ) SELECT count(*)::integer AS count FROM deleted`,
    [before, limit],
  );
  return row?.count ?? 0;
}
