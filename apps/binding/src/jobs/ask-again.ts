import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { markAsked } from '../persistence/operation.repository';
import { overlookedAfterMs } from '../use-cases/effects/provider-effects';
import type { BindingJobs } from './binding-jobs';

export interface AskAgainDeps {
  readonly unitOfWork: UnitOfWork;
  readonly jobs: BindingJobs;
  readonly clock: Clock;
}

/** Has the provider asked about an operation after `delayMs`. */
export type AskAgain = (operationId: string, delayMs: number) => Promise<void>;

export function createAskAgain({ unitOfWork, jobs, clock }: AskAgainDeps): AskAgain {
  return (operationId, delayMs) =>
    unitOfWork.run(async (tx) => {
      const runAt = new Date(clock.now().getTime() + delayMs);
      await markAsked(tx, operationId, new Date(runAt.getTime() + overlookedAfterMs));
      await jobs.enqueue(tx, 'query-operation', { operationId }, { runAt, jobKey: `query ${operationId}` });
    });
}
