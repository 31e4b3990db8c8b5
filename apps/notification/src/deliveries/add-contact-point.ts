import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { listNotificationsSince } from '../alerts';
import { insertContactPoint, lockRecipient, type ContactPoint } from '../recipients';
import type { QueueDeliveries } from './queue-deliveries';

/** Events of other topics may overtake the one that tells of a contact point, by no more than a long outage. */
const lateMs = 24 * 60 * 60_000;

/** Keeps a confirmed contact point and sends it what it should have had, had this been known in time. */
export type AddContactPoint = (
  tx: EntityManager,
  accountId: Id<'account'>,
  contactPoint: ContactPoint & { readonly sealedAddress: string },
) => Promise<void>;

interface AddContactPointDeps {
  readonly clock: Clock;
  readonly queueDeliveries: QueueDeliveries;
}

export function createAddContactPoint({ clock, queueDeliveries }: AddContactPointDeps): AddContactPoint {
  return async (tx, accountId, contactPoint) => {
    const recipient = await lockRecipient(tx, accountId);
    if (!(await insertContactPoint(tx, recipient, contactPoint))) return;
    const recent = await listNotificationsSince(tx, accountId, new Date(clock.now().getTime() - lateMs));
    for (const notification of recent) await queueDeliveries(tx, recipient, notification);
  };
}
