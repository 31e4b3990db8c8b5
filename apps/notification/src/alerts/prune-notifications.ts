import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { deleteNotificationsBefore } from './notification.repository';

/** Two years: disputes about an unbinding come within one. */
const keptMs = 730 * 24 * 60 * 60_000;
/** Rows in one transaction: long deletes hold up everybody else's vacuum. */
const batchMax = 1_000;

/** Deletes what nobody needs any more, with its deliveries. */
export function createPruneNotifications({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }) {
  return async (): Promise<{ notifications: number }> => {
    const before = new Date(clock.now().getTime() - keptMs);
    let notifications = 0;
    for (let deleted = batchMax; deleted === batchMax; notifications += deleted) {
      deleted = await unitOfWork.run((tx) => deleteNotificationsBefore(tx, before, batchMax));
    }
    return { notifications };
  };
}
