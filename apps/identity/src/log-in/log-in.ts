import { err, ok, type Result } from '@bindery/kernel';
import type { IdempotencyKeyReused, UnitOfWork } from '@bindery/persistence';
import type { LogInFailed, Overloaded, TooManyFailures } from '../passwords/password.errors';
import { checkLogInForm, type LogInForm, type LogInFormRefused } from './log-in.rules';
import { failuresMax } from '../passwords/guess-limit.rules';
import type { AccountHolder, Accounts } from '../accounts/account.repository';
import type { PasswordHashing } from '../passwords/password-hashing';
import type { LimitGuesses } from '../passwords/limit-guesses';
import type { SignedIn, StartSession } from '../sessions/start-session';

export type LogInError = LogInFormRefused | LogInFailed | TooManyFailures | Overloaded | IdempotencyKeyReused;

export type LogIn = (form: LogInForm) => Promise<Result<SignedIn, LogInError>>;

export interface LogInDeps {
  readonly unitOfWork: UnitOfWork;
  readonly accounts: Accounts;
  readonly hashing: PasswordHashing;
  readonly guesses: LimitGuesses;
  readonly startSession: StartSession;
}

/**
 * A phone that nobody has goes the same way as one that somebody has: its guesses are counted, delayed and ended
 * alike, and the same hash is computed. So neither the answer nor its time tells who has an account (requirement 23).
 */
export function createLogIn({ unitOfWork, accounts, hashing, guesses, startSession }: LogInDeps): LogIn {
  /** Whose password it is, or why not. Every call counts as a guess, repetitions of a login included. */
  async function authenticate(
    phone: string,
    password: string,
  ): Promise<Result<AccountHolder, LogInFailed | TooManyFailures | Overloaded>> {
    const holder = await unitOfWork.run((tx) => accounts.findByPhone(tx, phone));
    const guess = await hashing.verify(password, holder?.passwordHash, () => guesses.charge(phone));
    if (guess.ok && guess.value.matches && holder) return ok(holder);
    if (!guess.ok && guess.error.kind !== 'FAILURES_EXHAUSTED') return err(guess.error);
    const isExhausted = !guess.ok || guess.value.admission >= failuresMax;
    if (isExhausted && holder) await guesses.lock(holder);
    return err({ kind: 'LOG_IN_FAILED' });
  }

  return async (form) => {
    const checked = checkLogInForm(form);
    if (!checked.ok) return checked;
    const holder = await authenticate(checked.value.phone, checked.value.password);
    return holder.ok ? startSession(holder.value, checked.value) : holder;
  };
}
