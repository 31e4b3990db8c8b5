import type { EntityManager } from 'typeorm';
import { newId, type Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import { waitMsOf, type Deliver, type NotificationToDeliver, type Withdraw } from '../alerts';
import { listChoices } from '../preferences';
import { listContactPoints, type LockedRecipient } from '../recipients';
import { enqueueSend } from './deliveries.jobs';
import { decideRecipients } from './delivery-recipients.rules';
import { deleteUnsentDeliveries, insertDelivery } from './delivery.repository';

/** Plans a notification's deliveries to contact points that have none yet, and the jobs that send them. */
export type QueueDeliveries = (
  tx: EntityManager,
  recipient: LockedRecipient,
  notification: NotificationToDeliver,
) => Promise<void>;

export function createQueueDeliveries({ clock }: { readonly clock: Clock }): QueueDeliveries {
  return async (tx, { accountId }, { id: notificationId, kind, occurredAt }) => {
    const contactPoints = await listContactPoints(tx, accountId);
    const recipients = decideRecipients(kind, occurredAt, contactPoints, await listChoices(tx, accountId));
    const waitMs = waitMsOf(kind);
    const leavesAt = waitMs ? new Date(clock.now().getTime() + waitMs) : undefined;
    for (const { id: contactPointId, channel } of recipients) {
      const id = newId('delivery');
      const delivery = {
        id,
        notificationId,
        channel,
        contactPointId,
        state: 'QUEUED',
        changedAt: clock.now(),
      } as const;
      if (await insertDelivery(tx, delivery)) await enqueueSend(tx, id, leavesAt);
    }
  };
}

interface DeliverDeps {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly queueDeliveries: QueueDeliveries;
}

/** Carries a new notification: it is in the inbox at once, and queued for every other way it takes. */
export function createDeliver({ clock, outbox, queueDeliveries }: DeliverDeps): Deliver {
  return async (tx, recipient, notification) => {
    const { accountId } = recipient;
    const { id: notificationId } = notification;
    const now = clock.now();
    await insertDelivery(tx, {
      id: newId('delivery'),
      notificationId,
      channel: 'INBOX',
      contactPointId: null,
      state: 'DELIVERED',
      changedAt: now,
    });
    await queueDeliveries(tx, recipient, notification);
    await outbox.append(tx, {
      type: 'bindery.notification.delivered.v1',
      key: notificationId,
      data: { notificationId, accountId, channel: 'INBOX', at: now.toISOString() },
    });
  };
}

/** What was not claimed yet never leaves; its job finds nothing to send. */
export const withdraw: Withdraw = async (tx, notificationIds) => {
  if (notificationIds.length > 0) await deleteUnsentDeliveries(tx, notificationIds);
};
