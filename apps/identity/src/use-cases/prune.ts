import type { Clock } from '@bindery/kernel';
import { pruneOutbox, type Transport } from '@bindery/messaging';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { pruneFailures } from '../passwords/log-in-failure.repository';
import { pruneSessions } from '../sessions/session.repository';

const dayMs = 24 * 60 * 60_000;

/** So long support can still see a session that is over. */
const sessionRetentionMs = 30 * dayMs;
/** Fewer failures than the limit count on for so long. */
const failureRetentionMs = 30 * dayMs;
/** Long enough to replay a week that a consumer got wrong. */
const publishedRetentionMs = 7 * dayMs;

/** How many rows went, of each kind. */
export interface Pruned {
  readonly sessions: number;
  readonly failures: number;
  readonly idempotencyKeys: number;
  readonly events: number;
}

export interface PruneDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transport: Pick<Transport, 'prune'>;
  readonly clock: Clock;
}

export type Prune = () => Promise<Pruned>;

/** Deletes what has served its purpose. There is no inbox to clear: this service listens to nobody. */
export function createPrune({ unitOfWork, transport, clock }: PruneDeps): Prune {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);
  return async () => {
    const pruned = {
      sessions: await unitOfWork.run((tx) => pruneSessions(tx, ago(sessionRetentionMs))),
      failures: await unitOfWork.run((tx) => pruneFailures(tx, ago(failureRetentionMs))),
      idempotencyKeys: await unitOfWork.run(pruneIdempotencyKeys),
      events: await unitOfWork.run((tx) => pruneOutbox(tx, publishedRetentionMs)),
    };
    await transport.prune(publishedRetentionMs);
    return pruned;
  };
}
