import type { Clock } from '@bindery/kernel';
import { pruneMessaging, type Transport } from '@bindery/messaging';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { deleteNotificationsBefore } from '../persistence/notification.repository';

const dayMs = 24 * 60 * 60_000;
/** Two years: disputes about an unbinding come within one. */
const notificationsKeptMs = 730 * dayMs;
/** Rows in one transaction: long deletes hold up everybody else's vacuum. */
const batchMax = 1_000;

export interface PruneDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transport: Pick<Transport, 'prune'>;
  readonly clock: Clock;
}

/** Deletes what nobody needs any more; run once a day. */
export type Prune = () => Promise<{ readonly notifications: number }>;

export function createPrune({ unitOfWork, transport, clock }: PruneDeps): Prune {
  return async () => {
    const before = new Date(clock.now().getTime() - notificationsKeptMs);
    let notifications = 0;
    for (let deleted = batchMax; deleted === batchMax; notifications += deleted) {
      deleted = await unitOfWork.run((tx) => deleteNotificationsBefore(tx, before, batchMax));
    }
    await unitOfWork.run((tx) => pruneIdempotencyKeys(tx));
    await unitOfWork.run((tx) => pruneMessaging(tx, transport));
    return { notifications };
  };
}
