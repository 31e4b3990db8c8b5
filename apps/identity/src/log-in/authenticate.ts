import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
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
}

/**
 * A phone that nobody has goes the same way as one that somebody has: its guesses are counted, delayed and ended
 * alike, and the same hash is computed. So neither the answer nor its time tells who has an account (requirement 23).
 */
export function createAuthenticate({ db, lookupOf, hashing, guesses, findGuesser }: AuthenticateDeps): Authenticate {
  return async (phone, password, place) => {
    const lookup = lookupOf(phone);
    const holder = await findPasswordHolder(db, lookup);
    const guesser = await findGuesser(phone, holder?.account, place);
    const outcome = await hashing.verify(
      password,
      holder?.passwordHash,
      () => guesses.charge(guesser),
      isKnown(guesser),
    );
    if (!outcome.ok && outcome.error.kind !== 'FAILURES_EXHAUSTED') return err(outcome.error);
    if (outcome.ok && outcome.value.matches && holder) return ok({ ...holder, guess: outcome.value.admission });
    const isExhausted = await guesses.isExhausted(lookup);
    if (isExhausted && holder) await guesses.lock(holder.account);
    return err({ kind: 'LOG_IN_FAILED' });
  };
}
