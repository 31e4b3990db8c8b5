import type { Id } from '@bindery/kernel';
import { asLocked, type Locked } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { NotificationKind } from '../../alerts';
import type { OutboundChannel } from '../../recipients';
import type { Collected, Sent } from './collect.rules';
import type { DeliveryState } from '../delivery-state.rules';

/** A delivery whose contact point this transaction holds: whoever else sends there comes after it. */
export type LeavingDelivery = Locked<{
  readonly contactPointId: Id<'contact_point'>;
  readonly channel: OutboundChannel;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly kind: NotificationKind;
  readonly critical: boolean;
}>;

export async function lockContactPointOf(tx: EntityManager, id: Id<'delivery'>): Promise<LeavingDelivery | null> {
  // By its name: rows of contact points are never changed, so the service may not lock them either.
  await tx.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('contact_point ' || contact_point_id, 0))
     FROM delivery WHERE id = $1 AND contact_point_id IS NOT NULL`,
    [id],
  );
  // Read after the lock: what others did before they gave it up counts.
  const [leaving]: LeavingDelivery[] = await tx.query(
    `SELECT contact_point_id AS "contactPointId", channel, state, attempts, kind, critical
     FROM delivery JOIN notification ON notification.id = notification_id WHERE delivery.id = $1 AND contact_point_id IS NOT NULL`,
    [id],
  );
  return leaving ? asLocked(leaving) : null;
}

/** What left for a contact point since then, or is about to; what failed for good did not. */
export const listSentTo = (tx: EntityManager, contactPointId: Id<'contact_point'>, since: Date): Promise<Sent[]> =>
  tx.query(
    `SELECT kind, critical, claimed_at AS at FROM delivery JOIN notification ON notification.id = notification_id
     WHERE contact_point_id = $1 AND claimed_at > $2 AND carried_by IS NULL AND state <> 'FAILED'`,
    [contactPointId, since],
  );

/** The alert that said last that more is in the app; where none did, the one that left last. */
export async function findLastAlertSent(
  tx: EntityManager,
  contactPointId: Id<'contact_point'>,
): Promise<Id<'delivery'> | null> {
  const [newest]: { id: Id<'delivery'> }[] = await tx.query(
    `SELECT delivery.id FROM delivery JOIN notification ON notification.id = notification_id
     WHERE contact_point_id = $1 AND claimed_at IS NOT NULL AND carried_by IS NULL AND state <> 'FAILED' AND critical
     ORDER BY collected IS NULL, claimed_at DESC, delivery.id DESC LIMIT 1`,
    [contactPointId],
  );
  return newest?.id ?? null;
}

/** Notices that wait for a contact point and have not begun to leave, the earliest fact first. */
export const listWaitingNotices = (
  tx: EntityManager,
  contactPointId: Id<'contact_point'>,
): Promise<{ readonly id: Id<'delivery'>; readonly occurredAt: Date }[]> =>
  tx.query(
    `SELECT delivery.id, occurred_at AS "occurredAt" FROM delivery JOIN notification ON notification.id = notification_id
     WHERE contact_point_id = $1 AND state = 'QUEUED' AND attempts = 0 AND carried_by IS NULL AND NOT critical
     ORDER BY occurred_at, delivery.id`,
    [contactPointId],
  );

/** What the message of a delivery says of others. */
export async function saveCollected(tx: EntityManager, id: Id<'delivery'>, collected: Collected): Promise<void> {
  await tx.query('UPDATE delivery SET collected = $2 WHERE id = $1', [id, collected]);
}

/** Has the message of another delivery stand for these: where that is, they are. */
export async function saveCarried(
  tx: EntityManager,
  ids: readonly Id<'delivery'>[],
  carrier: Id<'delivery'>,
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE delivery SET carried_by = carrier.id, changed_at = $3, sent_at = carrier.sent_at,
       state = CASE WHEN carrier.state = 'SENDING' THEN 'QUEUED' ELSE carrier.state END
     FROM delivery AS carrier WHERE carrier.id = $2 AND delivery.id = ANY($1)`,
    [ids, carrier, now],
  );
}
