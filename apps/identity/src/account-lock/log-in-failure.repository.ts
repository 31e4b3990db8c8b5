import { LessThan, type EntityManager } from 'typeorm';
import { delayAfterMs, failuresMax, type LogInFailure } from './account-lock.rules';
import { LogInFailureRow } from './log-in-failure.entity';

/** Waiting times after the 1st, 2nd … failure, as PostgreSQL's arrays count from 1. */
const delaysMs = Array.from({ length: failuresMax }, (_, index) => delayAfterMs(index + 1));

/** Counts one failure more and answers how many in a row it makes; undefined while guesses wait or are used up. */
export async function saveFailure(tx: EntityManager, lookup: string, now: Date): Promise<number | undefined> {
  const [counted]: { failures: number }[] = await tx.query(
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
  return counted?.failures;
}

export const findFailure = (tx: EntityManager, lookup: string): Promise<LogInFailure | null> =>
  tx.findOneBy(LogInFailureRow, { lookup });

export async function deleteFailures(tx: EntityManager, lookup: string): Promise<void> {
  await tx.delete(LogInFailureRow, { lookup });
}

/** Forgets rows below the limit whose last failure was before `before`; locks stay. With or without an account alike. */
export async function deleteFailuresBefore(tx: EntityManager, before: Date): Promise<number> {
  const { affected } = await tx.delete(LogInFailureRow, {
    failures: LessThan(failuresMax),
    lastFailedAt: LessThan(before),
  });
  return affected ?? 0;
}
