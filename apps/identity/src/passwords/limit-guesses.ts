import type { Clock, Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { TooManyFailures } from './password.errors';
import type { AccountHolder, Accounts } from '../accounts/account.repository';
import { chargeGuess, type FailuresExhausted } from './log-in-failure.repository';

export interface LimitGuesses {
  /** Counts a guess at this phone's password before it is looked at: which failure in a row it is unless right. */
  charge(phone: string): Promise<Result<number, TooManyFailures | FailuresExhausted>>;
  /** Locks an account whose guesses are used up, once; its owner is told by way of the event (requirement 23). */
  lock(holder: AccountHolder): Promise<void>;
}

export interface LimitGuessesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

export function createLimitGuesses({ unitOfWork, accounts, clock }: LimitGuessesDeps): LimitGuesses {
  return {
    charge: (phone) => unitOfWork.run((tx) => chargeGuess(tx, accounts.lookupOf(phone), clock.now())),

    async lock({ account: { id, standing } }) {
      // As it was read before, so that only the first to find the guesses used up takes longer than for an unknown phone.
      if (standing !== 'GOOD') return;
      await unitOfWork.run(async (tx) => {
        const holder = await accounts.lock(tx, id);
        if (holder?.account.standing !== 'GOOD') return;
        await accounts.setStanding(tx, id, 'LOCKED');
        // Anybody who knows a phone number can bring this about, so it may not touch the holder's cards.
        await accounts.record(tx, holder.account, [
          { type: 'bindery.account.locked.v1', data: { scope: 'LOGIN', reason: 'TOO_MANY_FAILURES' } },
        ]);
      });
    },
  };
}
