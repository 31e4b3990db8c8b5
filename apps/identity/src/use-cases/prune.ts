import type { Clock } from '@bindery/kernel';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { pruneFailures } from '../persistence/log-in-failures.repository';
import { pruneSessions } from '../persistence/sessions.repository';

/** Sessions stay so long after their end that support can still see them; counts of failures until nobody guesses any more. */
const keptMs = 30 * 24 * 60 * 60_000;

export interface Pruned {
  readonly sessions: number;
  readonly failures: number;
  readonly idempotencyKeys: number;
}

/** Deletes what nobody needs any more; once a day. Answers how many rows of each. */
export type Prune = () => Promise<Pruned>;

export function createPrune({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): Prune {
  return async () => {
    const before = new Date(clock.now().getTime() - keptMs);
    return {
      sessions: await unitOfWork.run((tx) => pruneSessions(tx, before)),
      failures: await unitOfWork.run((tx) => pruneFailures(tx, before)),
      idempotencyKeys: await unitOfWork.run((tx) => pruneIdempotencyKeys(tx)),
    };
  };
}
