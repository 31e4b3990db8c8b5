import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { lookAtRemoval } from './ask-now';
import { operationJobs as jobs } from './operations.jobs';
import { listStuckActs, listStuckOperations } from './stuck-operations.repository';

/** Finds stuck work of one feature, at most so much, and has it looked after. */
export type FollowStuckWork = (tx: EntityManager, now: Date, limit: number) => Promise<void>;

interface ReconcileDeps {
  readonly unitOfWork: UnitOfWork;
  /** What other features have that can be stuck. */
  readonly stuckWork: readonly FollowStuckWork[];
  readonly clock: Clock;
}

/** Enough for a minute's run; what is left over is found by the next one. */
const batchSize = 500;

/**
 * Finds what no job looks after any more, e.g. because its worker was killed, and has it looked after. `everything`,
 * at the start of a process: all that is open, without waiting until it counts as stuck.
 */
export function createReconcile({ unitOfWork, stuckWork, clock }: ReconcileDeps) {
  return ({ everything }: { everything: boolean }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      const before = everything ? new Date(8.64e15) : now;
      await followOperations(tx, before);
      await followActs(tx, before);
      for (const follow of stuckWork) await follow(tx, now, batchSize);
    });
}

async function followActs(tx: EntityManager, before: Date): Promise<void> {
  for (const { id: operationId, sentAt } of await listStuckActs(tx, before, batchSize))
    if (sentAt === null) await jobs.enqueue(tx, 'send-act', { operationId }, { jobKey: `send ${operationId}` });
    else await jobs.enqueue(tx, 'query-act', { operationId }, { jobKey: `query ${operationId}` });
}

async function followOperations(tx: EntityManager, before: Date): Promise<void> {
  for (const { id: operationId, sentAt, bindingId, kind } of await listStuckOperations(tx, before, batchSize)) {
    if (sentAt === null) await jobs.enqueue(tx, 'send-operation', { operationId }, { jobKey: `send ${operationId}` });
    else await jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });
    if (kind === 'UNBIND') await lookAtRemoval(tx, bindingId);
  }
}
