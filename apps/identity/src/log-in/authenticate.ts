import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
import type { SecurityLog } from '@bindery/service';
import { isKnown, type ChargedGuess, type LimitGuesses, type TooManyFailures } from '../account-lock';
import type { LookupOf } from '../accounts';
import { findPasswordHolder, type Overloaded, type PasswordHashing, type PasswordHolder } from '../passwords';
import type { FindGuesser, LogInPlace } from './find-guesser';
import type { LogInFailed } from './log-in.errors';

/** Whose password it is, and the guess as which it was counted. */
export interface Authenticated extends PasswordHolder {
  readonly guess: ChargedGuess;
}

/** Whose password it is, or why not. Every call counts as a guess, repetitions of a login included. */
export type Authenticate = (
  phone: string,
  password: string,
  place: LogInPlace,
) => Promise<Result<Authenticated, LogInFailed | TooManyFailures | Overloaded>>;

export interface AuthenticateDeps {
  readonly db: EntityManager;
  readonly lookupOf: LookupOf;
  readonly hashing: PasswordHashing;
  readonly guesses: Pick<LimitGuesses, 'charge' | 'isExhausted' | 'lock'>;
  readonly findGuesser: FindGuesser;
  readonly security: Pick<SecurityLog, 'record'>;
}

/**
 * A phone that nobody has goes the same way as one that somebody has: its guesses are counted, delayed and ended
 * alike, and the same hash is computed. So neither the answer nor its time tells who has an account (requirement 23).
 */
export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  const { db, lookupOf, hashing, guesses, findGuesser, security } = deps;
  return async (phone, password, place) => {
    const lookup = lookupOf(phone);
    const holder = await findPasswordHolder(db, lookup);
    const guesser = await findGuesser(phone, holder, place);
    const outcome = await hashing.verify(
      password,
      holder?.passwordHash,
      () => guesses.charge(guesser),
      isKnown(guesser),
    );
    if (outcome.ok && outcome.value.matches && holder) return ok({ ...holder, guess: outcome.value.admission });
    const userId = holder?.account.id;
    if (!outcome.ok) security.record('log-in-blocked', { userId, errorCode: outcome.error.kind });
    else security.record('log-in-failed', { userId, errorCode: holder ? 'WRONG_PASSWORD' : 'NO_ACCOUNT' });
    if (!outcome.ok && outcome.error.kind !== 'FAILURES_EXHAUSTED') return err(outcome.error);
    const isExhausted = await guesses.isExhausted(lookup);
    if (isExhausted && holder) await guesses.lock(holder.account);
    return err({ kind: 'LOG_IN_FAILED' });
  };
}
