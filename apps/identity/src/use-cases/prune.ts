import type { Clock } from '@bindery/kernel';
import { pruneMessaging, type Transport } from '@bindery/messaging';
import { pruneIdempotencyKeys, type UnitOfWork } from '@bindery/persistence';
import { pruneFailures } from '../persistence/log-in-failures.repository';
import { pruneSessions } from '../persistence/sessions.repository';

const dayMs = 24 * 60 * 60_000;

/** So long support can still see a session that is over. */
const sessionRetentionMs = 30 * dayMs;
/** Fewer failures than the limit count on for so long. */
const failureRetentionMs = 30 * dayMs;

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

/** Deletes what has served its purpose. */
export function createPrune({ unitOfWork, transport, clock }: PruneDeps): Prune {
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);
  return async () => {
    const pruned = {
      sessions: await unitOfWork.run((tx) => pruneSessions(tx, ago(sessionRetentionMs))),
      failures: await unitOfWork.run((tx) => pruneFailures(tx, ago(failureRetentionMs))),
      idempotencyKeys: await unitOfWork.run(pruneIdempotencyKeys),
    };
    const { outbox } = await unitOfWork.run((tx) => pruneMessaging(tx, transport));
    return { ...pruned, events: outbox };
  };
}
