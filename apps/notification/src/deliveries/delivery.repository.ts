import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Channel } from '../recipients';
import { DeliveryRow } from './delivery.entity';
import type { DeliveryState } from './delivery-state.rules';

export type NewDelivery = Pick<
  DeliveryRow,
  'id' | 'notificationId' | 'channel' | 'contactPointId' | 'state' | 'changedAt'
>;

/** Plans a delivery; false when the notification has one for this contact point. */
export async function insertDelivery(tx: EntityManager, delivery: NewDelivery): Promise<boolean> {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(DeliveryRow)
    .values(delivery)
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length === 1;
}

/** Deletes what of these notifications was to leave the platform and has not begun to. */
export async function deleteUnsentDeliveries(
  tx: EntityManager,
  notificationIds: readonly Id<'notification'>[],
): Promise<void> {
  await tx.query(
    `DELETE FROM delivery WHERE notification_id = ANY($1) AND channel <> 'INBOX' AND state = 'QUEUED' AND attempts = 0`,
    [notificationIds],
  );
}

/** A delivery that was handed over and of which the carrier can be asked. */
export interface SentDelivery {
  readonly id: Id<'delivery'>;
  readonly notificationId: Id<'notification'>;
  readonly accountId: Id<'account'>;
  readonly channel: Channel;
  readonly messageId: string;
  readonly sentAt: Date;
}

export async function findSentDelivery(db: EntityManager, id: Id<'delivery'>): Promise<SentDelivery | null> {
  const [sent]: SentDelivery[] = await db.query(
    `SELECT delivery.id, notification_id AS "notificationId", account_id AS "accountId", channel, message_id AS "messageId", sent_at AS "sentAt"
     FROM delivery JOIN notification ON notification.id = notification_id
     WHERE delivery.id = $1 AND state = 'SENT' AND message_id IS NOT NULL`,
    [id],
  );
  return sent ?? null;
}

/** The carrier's last word on a sent delivery, and on those that its message stands for; false when it is told a second time. */
export async function saveDeliverySettled(
  tx: EntityManager,
  id: Id<'delivery'>,
  state: 'DELIVERED' | 'FAILED',
  cause: string | null,
  at: Date,
): Promise<boolean> {
  const settled: unknown[] = await tx.query(
    `WITH settled AS (
       UPDATE delivery SET state = $2, cause = $3, changed_at = $4 WHERE id = $1 AND state = 'SENT' RETURNING id
     ), carried AS (
       UPDATE delivery SET state = $2, cause = $3, changed_at = $4 FROM settled WHERE carried_by = settled.id
     ) SELECT id FROM settled`,
    [id, state, cause, at],
  );
  return settled.length === 1;
}

/** A delivery as its reader may see it; the address is still sealed. */
export interface DeliveryView {
  readonly notificationId: Id<'notification'>;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly changedAt: Date;
  readonly sealedAddress: string | null;
}

/** The deliveries of some notifications, the inbox of each first. */
export const listDeliveries = (
  db: EntityManager,
  notificationIds: readonly Id<'notification'>[],
): Promise<DeliveryView[]> =>
  db.query(
    `SELECT notification_id AS "notificationId", delivery.channel, state, changed_at AS "changedAt", sealed_address AS "sealedAddress"
     FROM delivery LEFT JOIN contact_point ON contact_point.id = contact_point_id
     WHERE notification_id = ANY($1) ORDER BY contact_point_id NULLS FIRST`,
    [notificationIds],
  );
