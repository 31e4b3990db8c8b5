import { newId, type Clock } from '@bindery/kernel';
import type { SqlSession } from '@bindery/messaging';
import { decideRecipients } from './delivery-recipients.rules';
import { notificationJobs, sendJobKey } from './deliveries.jobs';
import { readContactPoints } from '../recipients/contact-point.repository';
import { insertDelivery } from './delivery.repository';
import type { NotificationToDeliver } from '../alerts/notification.repository';
import { readChoices } from '../preferences/preference.repository';

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
