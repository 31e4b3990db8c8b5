import type { FailuresExhausted, TooManyFailures } from './account-lock.errors';

/** A phone's password is not taken any more after so many wrong ones in a row (NIST SP 800-63B-4 allows 100). */
export const failuresMax = 50;

/** Fewer failures than the limit count on for so long after the last. */
export const failuresKeptMs = 30 * 24 * 60 * 60_000;

/** The first failures cost nothing: people mistype. From the fifth on each doubles the wait. */
const firstDelayedFailure = 5;

const longestDelayMs = 15 * 60_000;

/** How long no password is looked at after the nth failure in a row: 0 up to the fourth, then 1 s, 2 s, 4 s … 15 min. */
export function delayAfterMs(failures: number): number {
  if (failures < firstDelayedFailure) return 0;
  return Math.min(1_000 * 2 ** (failures - firstDelayedFailure), longestDelayMs);
}

/** The failures in a row at one phone's password. */
export interface LogInFailure {
  readonly failures: number;
  readonly blockedUntil: Date;
}

/** Why a guess could not be counted, by what is known of the phone. */
export function toGuessRefusal(known: LogInFailure | null, now: Date): TooManyFailures | FailuresExhausted {
  if (known && known.failures >= failuresMax) return { kind: 'FAILURES_EXHAUSTED' };
  // Cleared in between by the right password: the guess may come again at once.
  return { kind: 'TOO_MANY_FAILURES', retryAt: known?.blockedUntil ?? now };
}
