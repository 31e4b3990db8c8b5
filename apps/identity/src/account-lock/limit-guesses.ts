import type { EntityManager } from 'typeorm';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import { lockAccount, saveStanding, type Account, type AccountJournal, type LookupOf } from '../accounts';
import { toGuessRefusal } from './account-lock.rules';
import { saveFailure, deleteFailures, findFailure } from './log-in-failure.repository';
import type { FailuresExhausted, TooManyFailures } from './account-lock.errors';

export interface LimitGuesses {
  /**
   * Counts a guess at this phone's password as failed before it is looked at, so that no number of parallel guesses gets past
   * the limit; a right one is forgiven. Answers which failure in a row it would be, or refuses while guesses wait.
   */
  charge(phone: string): Promise<Result<number, TooManyFailures | FailuresExhausted>>;
  /** Forgets the failures of a phone: somebody has just shown that they are its holder. */
  forgive(tx: EntityManager, phone: string): Promise<void>;
  /** Locks an account whose guesses are used up, once; its owner is told by way of the event (requirement 23). */
  lock(account: Account): Promise<void>;
}

export interface LimitGuessesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly journal: AccountJournal;
  readonly lookupOf: LookupOf;
  readonly clock: Clock;
  readonly security: Pick<SecurityLog, 'record'>;
}

export function createLimitGuesses(deps: LimitGuessesDeps): LimitGuesses {
  const { unitOfWork, journal, lookupOf, clock, security } = deps;
  return {
    charge: (phone) =>
      unitOfWork.run(async (tx) => {
        const [lookup, now] = [lookupOf(phone), clock.now()];
        const failures = await saveFailure(tx, lookup, now);
        return failures === undefined ? err(toGuessRefusal(await findFailure(tx, lookup), now)) : ok(failures);
      }),

    forgive: (tx, phone) => deleteFailures(tx, lookupOf(phone)),

    async lock({ id, standing }) {
      // As it was read before, so that only the first to find the guesses used up takes longer than for an unknown phone.
      if (standing !== 'GOOD') return;
      const isLockedNow = await unitOfWork.run(async (tx) => {
        const account = await lockAccount(tx, id);
        if (account?.standing !== 'GOOD') return false;
        await saveStanding(tx, account, 'LOCKED');
        // Anybody who knows a phone number can bring this about, so it may not touch the holder's cards.
        await journal.record(tx, account, [
          { type: 'bindery.account.locked.v1', data: { scope: 'LOGIN', reason: 'TOO_MANY_FAILURES' } },
        ]);
        return true;
      });
      if (isLockedNow) security.record('account-locked', { userId: id, errorCode: 'TOO_MANY_FAILURES' });
    },
  };
}
