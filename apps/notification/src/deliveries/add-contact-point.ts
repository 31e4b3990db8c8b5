import type { Clock } from '@bindery/kernel';
import type { SqlSession } from '@bindery/messaging';
import type { ContactPoint } from './delivery-recipients.rules';
import { insertContactPoint } from '../recipients/contact-point.repository';
import { readNotificationsSince } from '../alerts/notification.repository';
import { lockRecipient } from '../recipients/recipient.repository';
import type { QueueDeliveries } from './queue-deliveries';

/** Events of other topics may overtake the one that tells of a contact point, by no more than a long outage. */
const lateMs = 24 * 60 * 60_000;

/** Keeps a confirmed contact point and sends it what it should have had, had this been known in time. */
export type KeepContactPoint = (
  tx: SqlSession,
  accountId: string,
  contactPoint: ContactPoint & { readonly sealedAddress: string },
) => Promise<void>;

export function createKeepContactPoint({
  clock,
  queueDeliveries,
}: {
  clock: Clock;
  queueDeliveries: QueueDeliveries;
}): KeepContactPoint {
  return async (tx, accountId, contactPoint) => {
    await lockRecipient(tx, accountId);
    if (!(await insertContactPoint(tx, accountId, contactPoint))) return;
    const recent = await readNotificationsSince(tx, accountId, new Date(clock.now().getTime() - lateMs));
    for (const notification of recent) await queueDeliveries(tx, notification);
  };
}
