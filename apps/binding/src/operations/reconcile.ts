import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { findLapsed, findWronglyFrozen } from './stuck-operations.repository';
import { findOverlooked } from './operation.repository';
import type { BindingJobs } from './operations.jobs';

interface ReconcileDeps {
  readonly unitOfWork: UnitOfWork;
  readonly jobs: BindingJobs;
  readonly clock: Clock;
}

/** Enough for a minute's run; what is left over is found by the next one. */
const batchSize = 500;

/**
 * Finds what no job looks after any more, e.g. because its worker was killed, and has it looked after. `everything`,
 * at the start of a process: all that is open, without waiting until it counts as overlooked.
 */
export function createReconcile({ unitOfWork, jobs, clock }: ReconcileDeps) {
  async function followOperations(tx: EntityManager, before: Date): Promise<void> {
    for (const { id: operationId, sentAt, bindingId, kind } of await findOverlooked(tx, before, batchSize)) {
      if (sentAt === null) await jobs.enqueue(tx, 'send-operation', { operationId }, { jobKey: `send ${operationId}` });
      else await jobs.enqueue(tx, 'query-operation', { operationId }, { jobKey: `query ${operationId}` });
      if (kind === 'UNBIND')
        await jobs.enqueue(tx, 'remove-at-provider', { bindingId }, { jobKey: `remove ${bindingId}` });
    }
  }

  return ({ everything }: { everything: boolean }): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const now = clock.now();
      await followOperations(tx, everything ? new Date(8.64e15) : now);
      for (const bindingId of await findLapsed(tx, now, batchSize))
        await jobs.enqueue(tx, 'lapse-binding', { bindingId }, { jobKey: `lapse ${bindingId}` });
      for (const accountId of await findWronglyFrozen(tx, batchSize))
        await jobs.enqueue(tx, 'end-account-lock', { accountId }, { jobKey: `thaw ${accountId}` });
    });
}
