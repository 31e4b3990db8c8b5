import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { Foundation } from '@bindery/subgraph';
import { announceEnded } from './challenge-events';
import { lockOverdueChallenges, saveChallenge, type LockedChallenge } from './challenge.repository';
import { expired } from './challenge.rules';

/** Challenges in one transaction: few enough that nobody waits long for their locks. */
const batchSize = 100;

/** Records the end of challenges whose time is over; answers how many. Readers see them ended before, by the clock. */
export function createExpireChallenges({
  unitOfWork,
  clock,
  outbox,
}: Pick<Foundation, 'unitOfWork' | 'clock' | 'outbox'>) {
  const expireBatch = () =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      const overdue = await lockOverdueChallenges(tx, now, batchSize);
      for (const challenge of overdue) await expireChallenge(tx, outbox, challenge, now);
      return overdue.length;
    });
  return async (): Promise<number> => {
    let count = 0;
    for (;;) {
      const batch = await expireBatch();
      count += batch;
      if (batch < batchSize) return count;
    }
  };
}

/** It is over without its answer: its time has passed, or a newer one takes its place. */
export async function expireChallenge(
  tx: EntityManager,
  outbox: Outbox,
  challenge: LockedChallenge,
  now: Date,
): Promise<void> {
  const ended = expired(challenge);
  await saveChallenge(tx, challenge, ended);
  await announceEnded(tx, outbox, ended, now);
}
