import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { ChannelSender } from '../channels';
import type { Channel } from '../recipients';
import { decideAfterCheck } from './after-check.rules';
import { enqueueCheck } from './deliveries.jobs';
import { findSentDelivery, saveDeliverySettled } from './delivery.repository';

export interface CheckDeliveryDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly senders: Readonly<Partial<Record<Channel, ChannelSender>>>;
  readonly outbox: Outbox;
}

/** Asks the carrier where a sent message stands and records its last word, or plans to ask again. */
export type CheckDelivery = (deliveryId: Id<'delivery'>) => Promise<void>;

export function createCheckDelivery({ db, unitOfWork, clock, senders, outbox }: CheckDeliveryDeps): CheckDelivery {
  return async (deliveryId) => {
    const sent = await findSentDelivery(db, deliveryId);
    const sender = sent && senders[sent.channel];
    if (!sender) return;
    const { notificationId, accountId, channel, messageId, sentAt } = sent;
    const carrier = await sender.readState(messageId);
    const now = clock.now();
    const after = decideAfterCheck(carrier, sentAt, now);

    await unitOfWork.run(async (tx) => {
      if (after.state === 'SENT') {
        if (after.checkAt) await enqueueCheck(tx, deliveryId, after.checkAt);
        return;
      }
      const cause = after.state === 'FAILED' ? after.cause : null;
      if (!(await saveDeliverySettled(tx, deliveryId, after.state, cause, now))) return;
      const data = { notificationId, accountId, channel, at: now.toISOString() };
      if (cause)
        await outbox.append(tx, {
          type: 'bindery.notification.failed.v1',
          key: notificationId,
          data: { ...data, cause },
        });
      else await outbox.append(tx, { type: 'bindery.notification.delivered.v1', key: notificationId, data });
    });
  };
}
