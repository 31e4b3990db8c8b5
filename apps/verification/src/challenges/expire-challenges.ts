import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { challengeRepository } from './challenge.repository';
import { toEventSubject } from './challenge-events';

export interface ExpireChallengesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly outbox: Outbox;
}

/** Challenges in one transaction: few enough that nobody waits long for their locks. */
const batchSize = 100;

/** Records the end of challenges whose time is over; answers how many. Readers see them ended before, by the clock. */
export function createExpireChallenges({ unitOfWork, clock, outbox }: ExpireChallengesDeps) {
  const expireBatch = () =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      const overdue = await challengeRepository.lockOverdue(tx, now, batchSize);
      for (const challenge of overdue) {
        const version = challenge.version + 1;
        await challengeRepository.save(tx, { ...challenge, state: 'EXPIRED', version });
        await outbox.append(tx, {
          type: 'bindery.challenge.expired.v1',
          key: challenge.id,
          sequence: version,
          data: { ...toEventSubject(challenge), at: now.toISOString() },
        });
      }
      return overdue.length;
    });
  return async (): Promise<number> => {
    let expired = 0;
    for (;;) {
      const batch = await expireBatch();
      expired += batch;
      if (batch < batchSize) return expired;
    }
  };
}
