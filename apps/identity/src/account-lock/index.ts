import { createAbuseLedger } from '@bindery/abuse-ledger';
import { tellSpentBudget, type Feature, type Foundation } from '@bindery/subgraph';
import type { AccountJournal, LookupOf } from '../accounts';
import { guessRulesWith } from './account-lock.rules';
import { createLimitGuesses } from './limit-guesses';

export type { FailuresExhausted, TooManyFailures } from './account-lock.errors';
export { isKnown, type Guesser } from './account-lock.rules';
export { guessProblems } from './account-lock.problems';
export type { ChargedGuess, LimitGuesses } from './limit-guesses';

export interface AccountLockDeps {
  readonly journal: AccountJournal;
  readonly lookupOf: LookupOf;
}

/** How often a password may be guessed: the lanes, the waits in each, and the lock at the end of that of strangers. */
export function createAccountLock(
  foundation: Foundation,
  { journal, lookupOf }: AccountLockDeps,
  { key, guessesPerAddressPerHour }: { readonly key: Uint8Array; readonly guessesPerAddressPerHour: number },
) {
  const { db, unitOfWork, clock, security } = foundation;
  const rules = guessRulesWith(guessesPerAddressPerHour);
  const ledger = createAbuseLedger({ rules, key, clock, onSpent: tellSpentBudget(foundation) });
  return {
    guesses: createLimitGuesses({ db, ledger, unitOfWork, journal, lookupOf, security }),
    feature: { prune: async () => ({ guesses: await ledger.prune(db) }) } satisfies Feature,
  };
}
