import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
import type { SecurityLog } from '@bindery/service';
import { failuresMax, type LimitGuesses, type TooManyFailures } from '../account-lock';
import type { LookupOf } from '../accounts';
import { findPasswordHolder, type Overloaded, type PasswordHashing, type PasswordHolder } from '../passwords';
import type { LogInFailed } from './log-in.errors';

/** Whose password it is, or why not. Every call counts as a guess, repetitions of a login included. */
export type Authenticate = (
  phone: string,
  password: string,
) => Promise<Result<PasswordHolder, LogInFailed | TooManyFailures | Overloaded>>;

export interface AuthenticateDeps {
  readonly db: EntityManager;
  readonly lookupOf: LookupOf;
  readonly hashing: PasswordHashing;
  readonly guesses: LimitGuesses;
  readonly security: Pick<SecurityLog, 'record'>;
}

/**
 * A phone that nobody has goes the same way as one that somebody has: its guesses are counted, delayed and ended
 * alike, and the same hash is computed. So neither the answer nor its time tells who has an account (requirement 23).
 */
export function createAuthenticate({ db, lookupOf, hashing, guesses, security }: AuthenticateDeps): Authenticate {
  return async (phone, password) => {
    const holder = await findPasswordHolder(db, lookupOf(phone));
    const guess = await hashing.verify(password, holder?.passwordHash, () => guesses.charge(phone));
    if (guess.ok && guess.value.matches && holder) return ok(holder);
    const userId = holder?.account.id;
    if (!guess.ok) security.record('log-in-blocked', { userId, errorCode: guess.error.kind });
    else security.record('log-in-failed', { userId, errorCode: holder ? 'WRONG_PASSWORD' : 'NO_ACCOUNT' });
    if (!guess.ok && guess.error.kind !== 'FAILURES_EXHAUSTED') return err(guess.error);
    const isExhausted = !guess.ok || guess.value.admission >= failuresMax;
    if (isExhausted && holder) await guesses.lock(holder.account);
    return err({ kind: 'LOG_IN_FAILED' });
  };
}
