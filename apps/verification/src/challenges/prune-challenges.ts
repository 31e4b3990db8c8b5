import type { Foundation } from '@bindery/subgraph';
import { deleteChallengesStartedBefore } from './challenge.repository';

/** A week: well past the budget's window, so that a code never stops counting early; then the address goes too. */
const retentionMs = 7 * 24 * 60 * 60_000;

/** Deletes challenges that no longer count; answers how many. */
export const createPruneChallenges =
  ({ unitOfWork, clock }: Pick<Foundation, 'unitOfWork' | 'clock'>) =>
  async (): Promise<{ challenges: number }> => ({
    challenges: await unitOfWork.run((tx) =>
      deleteChallengesStartedBefore(tx, new Date(clock.now().getTime() - retentionMs)),
    ),
  });
