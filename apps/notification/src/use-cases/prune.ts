import type { Clock } from '@bindery/kernel';
import { pruneInbox, pruneOutbox, type Transport } from '@bindery/messaging';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { deleteNotificationsBefore } from '../alerts/notification.repository';

const dayMs = 24 * 60 * 60_000;
/** Two years: disputes about an unbinding come within one. */
const notificationsKeptMs = 730 * dayMs;
/** The log keeps a month of events; the inbox remembers them longer, or a replay would tell everybody again. */
const logKeptMs = 30 * dayMs;
const inboxKeptMs = 60 * dayMs;
const outboxKeptMs = 7 * dayMs;
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
    await unitOfWork.run((tx) => pruneInbox(tx, inboxKeptMs));
    await unitOfWork.run((tx) => pruneOutbox(tx, outboxKeptMs));
    await transport.prune(logKeptMs);
    return { notifications };
  };
}
