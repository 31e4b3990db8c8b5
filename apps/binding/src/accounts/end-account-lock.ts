import type { Clock, Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { AccountHolds } from './account-holds';
import { accountJobs } from './accounts.jobs';
import { saveDueLockEnded, listWronglyFrozen, hasLock } from './accounts.repository';

/** Lifts the account's holds if its lock is over: by its own end, or lifted while some provider could not be told. */
export type EndAccountLock = (accountId: Id<'account'>) => Promise<void>;

interface EndAccountLockDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accountHolds: AccountHolds;
  readonly clock: Clock;
}

export function createEndAccountLock({ unitOfWork, accountHolds, clock }: EndAccountLockDeps): EndAccountLock {
  return (accountId) =>
    unitOfWork.run(async (tx) => {
      await saveDueLockEnded(tx, accountId, clock.now());
      if (!(await hasLock(tx, accountId))) await accountHolds.lift(tx, accountId);
    });
}

/** Has those thawed whose lock is over while their cards are still held for it, at most so many. */
export async function followWronglyFrozen(tx: EntityManager, now: Date, limit: number): Promise<void> {
  for (const accountId of await listWronglyFrozen(tx, now, limit))
    await accountJobs.enqueue(tx, 'end-account-lock', { accountId }, { jobKey: `thaw ${accountId}` });
}
