import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { scheduleQuery } from './schedule-query';
import type { BindingJobs } from './operations.jobs';

export interface AskAgainDeps {
  readonly unitOfWork: UnitOfWork;
  readonly jobs: BindingJobs;
  readonly clock: Clock;
}

/** Has the provider asked about an operation after `delayMs`. */
export type AskAgain = (operationId: string, delayMs: number) => Promise<void>;

export function createAskAgain({ unitOfWork, jobs, clock }: AskAgainDeps): AskAgain {
  return (operationId, delayMs) =>
    unitOfWork.run((tx) => scheduleQuery(tx, jobs, operationId, new Date(clock.now().getTime() + delayMs)));
}
