import type { Locale } from '@bindery/localisation';
import { tooManyRequests, type TooManyRequestsError } from '@bindery/subgraph';
import type { TooManyFailures } from './account-lock.errors';

/** What a mutation that counts guesses may refuse with, in words. */
export const guessProblems = {
  TOO_MANY_FAILURES: ({ retryAt }: TooManyFailures, locale: Locale): TooManyRequestsError =>
    tooManyRequests(retryAt, locale),
};
