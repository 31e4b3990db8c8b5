import type { Clock } from '@bindery/kernel';
import { pruneMessaging, type ServiceTransport } from '@bindery/messaging';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { challengeRepository } from '../persistence/challenge.repository';

export interface PruneDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly transport: Pick<ServiceTransport, 'prune'>;
}

const dayMs = 24 * 60 * 60_000;

/** Well past the budget's window, so that a code never stops counting early; then the address goes too. */
const challengeRetentionMs = 7 * dayMs;

/** Deletes what has served its purpose. */
export function createPrune({ unitOfWork, clock, transport }: PruneDeps) {
  return async (): Promise<void> => {
    await unitOfWork.run(async (tx) => {
      await challengeRepository.deleteStartedBefore(tx, new Date(clock.now().getTime() - challengeRetentionMs));
      await pruneIdempotencyKeys(tx);
    });
    await unitOfWork.run((tx) => pruneMessaging(tx, transport));
  };
}
