import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { AccountJournal, LookupOf } from '../accounts';
import { createLimitGuesses } from './limit-guesses';
import { LogInFailureRow } from './log-in-failure.entity';
import { createPruneFailures } from './prune-failures';

export type { TooManyFailures } from './account-lock.errors';
export { guessProblems } from './account-lock.problems';
export { failuresMax } from './account-lock.rules';
export type { LimitGuesses } from './limit-guesses';

export const accountLockClasses = { entities: [LogInFailureRow] } satisfies FeatureClasses;

/** How often a password may be guessed: the waits after failures, and the lock at their end. */
export function createAccountLock(
  { unitOfWork, clock, security }: Foundation,
  { journal, lookupOf }: { readonly journal: AccountJournal; readonly lookupOf: LookupOf },
) {
  return {
    guesses: createLimitGuesses({ unitOfWork, journal, lookupOf, clock, security }),
    feature: { prune: createPruneFailures({ unitOfWork, clock }) } satisfies Feature,
  };
}
