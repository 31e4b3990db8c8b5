import type { Locale } from '@bindery/localisation';
import { tooManyRequests, type TooManyRequestsError } from '@bindery/subgraph';
import type { TooManyFailures } from './account-lock.errors';

/** What a mutation that counts guesses may refuse with, in words. */
export const guessProblems = {
  TOO_MANY_FAILURES: ({ retryAt }: TooManyFailures, locale: Locale): TooManyRequestsError =>
    // On a device and in a network that are both new, a code to the phone is the way past whoever else is trying.
    tooManyRequests(retryAt, locale, [{ code: 'ResetPassword' }]),
};
