import type { Clock } from '@bindery/kernel';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import type { ReceivedMessages } from '../webhooks/received-messages.repository';
import { prunePlans } from '../unbind/unbind.repository';

export interface PruneDeps {
  readonly unitOfWork: UnitOfWork;
  readonly receivedMessages: ReceivedMessages;
  /** Deletes published and handled messages past their time. */
  readonly pruneMessages: () => Promise<unknown>;
  readonly clock: Clock;
}

const dayMs = 24 * 60 * 60_000;

/** Providers send a message again for some minutes; a week leaves room for one sent by hand. */
const messageDays = 7;

/** Deletes what is past its time; nothing of it is history of a card. */
export function createPrune({ unitOfWork, receivedMessages, pruneMessages, clock }: PruneDeps) {
  const before = (days: number) => new Date(clock.now().getTime() - days * dayMs);
  return async (): Promise<void> => {
    await unitOfWork.run(pruneIdempotencyKeys);
    await unitOfWork.run((tx) => prunePlans(tx, before(1)));
    await receivedMessages.prune(before(messageDays));
    await pruneMessages();
  };
}
