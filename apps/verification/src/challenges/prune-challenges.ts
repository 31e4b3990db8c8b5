import type { Foundation } from '@bindery/subgraph';
import { deleteChallengesStartedBefore } from './challenge.repository';

/** A week, for whoever looks into what happened; then the address goes too. */
const retentionMs = 7 * 24 * 60 * 60_000;

/** Deletes challenges that are long over; answers how many. */
export const createPruneChallenges =
  ({ unitOfWork, clock }: Pick<Foundation, 'unitOfWork' | 'clock'>) =>
  async (): Promise<{ challenges: number }> => ({
    challenges: await unitOfWork.run((tx) =>
      deleteChallengesStartedBefore(tx, new Date(clock.now().getTime() - retentionMs)),
    ),
  });
