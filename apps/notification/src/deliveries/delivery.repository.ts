import type { SqlSession } from '@bindery/messaging';
import type { Channel } from '../recipients/channel.rules';
import type { DeliveryState } from './delivery-state.rules';

export interface NewDelivery {
  readonly id: string;
  readonly notificationId: string;
  readonly channel: Channel;
  /** Null for the inbox. */
  readonly contactPointId: string | null;
  readonly state: DeliveryState;
  readonly now: Date;
}

/** Plans a delivery; false when the notification has one for this contact point. */
export async function insertDelivery(
  tx: SqlSession,
  { id, notificationId, channel, contactPointId, state, now }: NewDelivery,
): Promise<boolean> {
  const inserted = await tx.query(
    `INSERT INTO delivery (id, notification_id, channel, contact_point_id, state, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (notification_id, contact_point_id) DO NOTHING RETURNING id`,
    [id, notificationId, channel, contactPointId, state, now],
  );
  return inserted.length === 1;
}

/** A delivery that was handed over and of which the carrier can be asked. */
export interface SentDelivery {
  readonly id: string;
  readonly notificationId: string;
  readonly accountId: string;
  readonly channel: Channel;
  readonly messageId: string;
  readonly sentAt: Date;
}

export async function readSentDelivery(db: SqlSession, id: string): Promise<SentDelivery | undefined> {
  const [sent] = await db.query<SentDelivery>(
    `SELECT delivery.id, notification_id AS "notificationId", account_id AS "accountId", channel, message_id AS "messageId", sent_at AS "sentAt"
     FROM delivery JOIN notification ON notification.id = notification_id
     WHERE delivery.id = $1 AND state = 'SENT' AND message_id IS NOT NULL`,
    [id],
  );
  return sent;
}

/** The carrier's last word on a sent delivery; false when it is told a second time. */
export async function settleSentDelivery(
  tx: SqlSession,
  id: string,
  state: 'DELIVERED' | 'FAILED',
  cause: string | null,
  at: Date,
): Promise<boolean> {
  const settled = await tx.query(
    `WITH settled AS (UPDATE delivery SET state = $2, cause = $3, changed_at = $4 WHERE id = $1 AND state = 'SENT' RETURNING id) SELECT id FROM settled`,
    [id, state, cause, at],
  );
  return settled.length === 1;
}
