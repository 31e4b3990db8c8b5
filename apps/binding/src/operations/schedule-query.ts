import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { saveAsked } from './operation.repository';
import { operationJobs } from './operations.jobs';
import { stuckAfterMs } from './query-backoff.rules';

/** By which job it is asked how something stands: an operation of the machine, or an act about what hangs on a card. */
type QueryJob = 'query-operation' | 'query-act';

/**
 * Has the provider asked about an operation at `runAt`; a question that waits already is put off or brought forward to it, unless the moment
 * of that one is to be kept.
 */
export async function scheduleQuery(
  tx: EntityManager,
  operationId: Id<'operation'>,
  runAt: Date,
  { job = 'query-operation', keepsMoment }: { readonly job?: QueryJob; readonly keepsMoment?: boolean } = {},
): Promise<void> {
  await saveAsked(tx, operationId, new Date(runAt.getTime() + stuckAfterMs));
  await operationJobs.enqueue(tx, job, { operationId }, { runAt, jobKey: `query ${operationId}`, keepsMoment });
}

interface AskAgainDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Has the provider asked about an operation after `delayMs`, or sooner where a message of the provider has come since the last answer. */
export type AskAgain = (operationId: Id<'operation'>, delayMs: number) => Promise<void>;

export function createAskAgain({ unitOfWork, clock }: AskAgainDeps, job?: QueryJob): AskAgain {
  return (operationId, delayMs) =>
    unitOfWork.run((tx) =>
      scheduleQuery(tx, operationId, new Date(clock.now().getTime() + delayMs), { job, keepsMoment: delayMs > 0 }),
    );
}
