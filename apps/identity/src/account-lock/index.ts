import { createAbuseLedger, type OnSpent } from '@bindery/abuse-ledger';
import type { Feature, Foundation } from '@bindery/subgraph';
import type { AccountJournal, LookupOf } from '../accounts';
import { guessRules } from './account-lock.rules';
import { createLimitGuesses } from './limit-guesses';

export type { FailuresExhausted, TooManyFailures } from './account-lock.errors';
export { guessProblems } from './account-lock.problems';
export type { Guesser } from './account-lock.rules';
export type { ChargedGuess, LimitGuesses } from './limit-guesses';

export interface AccountLockDeps {
  readonly journal: AccountJournal;
  readonly lookupOf: LookupOf;
}

/** How often a password may be guessed: the lanes, the waits in each, and the lock at the end of that of strangers. */
export function createAccountLock(
  { db, unitOfWork, clock, security }: Foundation,
  { journal, lookupOf }: AccountLockDeps,
  { key, onSpent }: { readonly key: Uint8Array; readonly onSpent?: OnSpent },
) {
  const ledger = createAbuseLedger({ rules: guessRules, key, clock, onSpent });
  return {
    guesses: createLimitGuesses({ db, ledger, unitOfWork, journal, lookupOf, security }),
    feature: { prune: async () => ({ guesses: await ledger.prune(db) }) } satisfies Feature,
  };
}
