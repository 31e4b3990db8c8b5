import { newId, type Clock } from '@bindery/kernel';
import type { SqlSession } from '@bindery/messaging';
import { decideRecipients } from '../domain/recipients';
import { notificationJobs, sendJobKey } from '../jobs/notification-jobs';
import { readContactPoints } from '../persistence/contact-point.repository';
import { insertDelivery } from '../persistence/delivery.repository';
import type { NotificationToDeliver } from '../persistence/notification.repository';
import { readChoices } from '../persistence/preference.repository';

/** Plans a notification's deliveries to contact points that have none yet, and the jobs that send them. Needs the recipient's lock. */
export type QueueDeliveries = (tx: SqlSession, notification: NotificationToDeliver) => Promise<void>;

export function createQueueDeliveries({ clock }: { clock: Clock }): QueueDeliveries {
  return async (tx, { id: notificationId, accountId, kind, occurredAt }) => {
    const contactPoints = await readContactPoints(tx, accountId);
    const recipients = decideRecipients(kind, occurredAt, contactPoints, await readChoices(tx, accountId));
    for (const { id: contactPointId, channel } of recipients) {
      const id = newId('delivery');
      const planned = await insertDelivery(tx, {
        id,
        notificationId,
        channel,
        contactPointId,
        state: 'QUEUED',
        now: clock.now(),
      });
      if (planned) await notificationJobs.enqueue(tx, 'send-delivery', { deliveryId: id }, { jobKey: sendJobKey(id) });
    }
  };
}
