import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import { endLockDue, isLocked } from './accounts.repository';
import type { AccountHolds } from './account-holds';

/** Lifts the account's holds if its lock is over: by its own end, or lifted while some provider could not be told. */
export type EndAccountLock = (accountId: string) => Promise<void>;

interface EndAccountLockDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accountHolds: AccountHolds;
  readonly clock: Clock;
}

export function createEndAccountLock({ unitOfWork, accountHolds, clock }: EndAccountLockDeps): EndAccountLock {
  return (accountId) =>
    unitOfWork.run(async (tx) => {
      await endLockDue(tx, accountId, clock.now());
      if (!(await isLocked(tx, accountId))) await accountHolds.lift(tx, accountId);
    });
}
