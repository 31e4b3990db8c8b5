/** Guesses wait after the last failures. */
export interface TooManyFailures {
  readonly kind: 'TOO_MANY_FAILURES';
  readonly retryAt: Date;
}

/** Too many of strangers: only a reset of the password helps. */
export interface FailuresExhausted {
  readonly kind: 'FAILURES_EXHAUSTED';
}
