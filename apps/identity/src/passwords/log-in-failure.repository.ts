import type { EntityManager } from 'typeorm';
import { err, ok, type Result } from '@bindery/kernel';
import type { TooManyFailures } from './password.errors';
import { delayAfterMs, failuresMax } from './guess-limit.rules';

/** Fifty in a row: only a reset of the password helps. */
export interface FailuresExhausted {
  readonly kind: 'FAILURES_EXHAUSTED';
}

/** Waiting times after the 1st, 2nd … failure, as PostgreSQL's arrays count from 1. */
const delaysMs = Array.from({ length: failuresMax }, (_, index) => delayAfterMs(index + 1));

/**
 * Counts a guess as failed before it is looked at, so that no number of parallel guesses gets past the limit; a
 * right one clears the count. Answers which failure in a row it would be, or refuses while guesses wait.
 */
export async function chargeGuess(
  tx: EntityManager,
  lookup: string,
  now: Date,
): Promise<Result<number, TooManyFailures | FailuresExhausted>> {
  const [charged]: { failures: number }[] = await tx.query(
    `INSERT INTO log_in_failure AS known (lookup, failures, blocked_until, last_failed_at)
     VALUES ($1, 1, $2::timestamptz + make_interval(secs => ($3::integer[])[1] / 1000.0), $2)
     ON CONFLICT (lookup) DO UPDATE SET
       failures = known.failures + 1,
       blocked_until = $2::timestamptz + make_interval(secs => ($3::integer[])[known.failures + 1] / 1000.0),
       last_failed_at = $2
     WHERE known.blocked_until <= $2 AND known.failures < $4
     RETURNING failures`,
    [lookup, now, delaysMs, failuresMax],
  );
  if (charged) return ok(charged.failures);
  const [standing]: { failures: number; blocked_until: Date }[] = await tx.query(
    'SELECT failures, blocked_until FROM log_in_failure WHERE lookup = $1',
    [lookup],
  );
  if (standing && standing.failures >= failuresMax) return err({ kind: 'FAILURES_EXHAUSTED' });
  // Cleared in between by the right password: the guess may come again at once.
  return err({ kind: 'TOO_MANY_FAILURES', retryAt: standing?.blocked_until ?? now });
}

export async function clearFailures(tx: EntityManager, lookup: string): Promise<void> {
  await tx.query('DELETE FROM log_in_failure WHERE lookup = $1', [lookup]);
}

/** Forgets rows below the limit whose last failure was before `before`; locks stay. With or without an account alike. */
export async function pruneFailures(tx: EntityManager, before: Date): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(
    'DELETE FROM log_in_failure WHERE failures < $1 AND last_failed_at < $2',
    [failuresMax, before],
  );
  return count;
}
