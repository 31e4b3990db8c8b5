import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { scheduleQuery } from './schedule-query';

interface AskAgainDeps {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Has the provider asked about an operation after `delayMs`. */
export type AskAgain = (operationId: string, delayMs: number) => Promise<void>;

export function createAskAgain({ unitOfWork, clock }: AskAgainDeps): AskAgain {
  return (operationId, delayMs) =>
    unitOfWork.run((tx) => scheduleQuery(tx, operationId, new Date(clock.now().getTime() + delayMs)));
}
