import type { EntityManager } from 'typeorm';
import type { AbuseLedger } from '@bindery/abuse-ledger';
import { err, ok, type Result } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import { toAddressKey } from '@bindery/values';
import { lockAccount, saveStanding, type Account, type AccountJournal, type LookupOf } from '../accounts';
import type { FailuresExhausted, TooManyFailures } from './account-lock.errors';
import { forgottenByReset, lanesOf, lockClaim, type Guesser, type GuessRules, type Lane } from './account-lock.rules';

/** A guess that was counted, in which lane. */
export interface ChargedGuess extends Pick<Lane, 'isStrangers' | 'forgotten'> {
  readonly reservation: string;
}

export interface LimitGuesses {
  /**
   * Counts a guess as failed before it is looked at, so that no number of parallel guesses gets past the limit; a right one is
   * taken back. In the first lane that has room, or refuses while all of them wait.
   */
  charge(guesser: Guesser): Promise<Result<ChargedGuess, TooManyFailures | FailuresExhausted>>;
  /** Counts that somebody signed in wants another password; the same wish, named by `wish`, counts once. */
  chargeChange(accountId: Account['id'], wish: string): Promise<Result<unknown, TooManyFailures>>;
  /** It was right: it counts as no guess, and what was mistyped before it at the same place is forgotten. */
  takeBack(tx: EntityManager, guess: ChargedGuess): Promise<void>;
  /** Whether strangers have used up what they have at a phone. */
  isExhausted(lookup: string): Promise<boolean>;
  /** The password is another one: forgets what was tried at the old one where that is done, and the lock. */
  forgive(tx: EntityManager, phone: string, place: { clientAddress: string; installationId?: string }): Promise<void>;
  /** Locks an account whose guesses are used up, once; its owner is told by way of the event (requirement 23). */
  lock(account: Account): Promise<void>;
}

export interface LimitGuessesDeps {
  readonly db: EntityManager;
  readonly ledger: AbuseLedger<GuessRules>;
  readonly unitOfWork: UnitOfWork;
  readonly journal: AccountJournal;
  readonly lookupOf: LookupOf;
  readonly security: Pick<SecurityLog, 'record'>;
}

export function createLimitGuesses(deps: LimitGuessesDeps): LimitGuesses {
  const { db, ledger, unitOfWork, journal, lookupOf, security } = deps;
  return {
    async charge(guesser) {
      const moments: Date[] = [];
      for (const { isStrangers, claims, forgotten } of lanesOf(guesser)) {
        const reserved = await ledger.reserve(db, claims);
        if (reserved.ok) return ok({ isStrangers, forgotten, reservation: reserved.value.id });
        if (reserved.error.act !== 'logIn.lock') moments.push(reserved.error.retryAt);
      }
      const [soonest] = moments.sort((a, b) => a.getTime() - b.getTime());
      return err(soonest ? { kind: 'TOO_MANY_FAILURES', retryAt: soonest } : { kind: 'FAILURES_EXHAUSTED' });
    },

    async chargeChange(accountId, wish) {
      const claim = { act: 'password.change', keys: { ACTOR: accountId } } as const;
      const reserved = await ledger.reserve(db, [claim], { id: `password.change ${accountId} ${wish}` });
      return reserved.ok ? reserved : err({ kind: 'TOO_MANY_FAILURES', retryAt: reserved.error.retryAt });
    },

    async takeBack(tx, { reservation, forgotten }) {
      await ledger.refund(tx, reservation);
      for (const count of forgotten) await ledger.forgive(tx, count);
    },

    isExhausted: async (lookup) => (await ledger.findSpent(db, [lockClaim(lookup)])) !== undefined,

    async forgive(tx, phone, { clientAddress, installationId }) {
      for (const count of forgottenByReset(lookupOf(phone), toAddressKey(clientAddress), installationId))
        await ledger.forgive(tx, count);
    },

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
