import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem, unauthenticated } from '@bindery/subgraph';
import { say } from '../challenges.words';
import type { StartChallengeError } from './start-challenge.errors';
import {
  NoContactPointError,
  NothingToProveError,
  TooManyChallengesError,
  VerificationPhoneInvalidError,
  type StartChallengeResult,
} from './start-challenge.result';

/** The union member for a refusal; throws UNAUTHENTICATED where somebody has to sign in. */
export const toStartChallengeProblem = createToProblem<StartChallengeError, typeof StartChallengeResult>({
  ...requestProblems,
  SIGN_IN_FIRST: () => {
    throw unauthenticated();
  },
  PHONE_INVALID: ({ kind }, locale) => toPhoneInvalid(kind, locale),
  MOBILE_NUMBER_NEEDED: ({ kind }, locale) => toPhoneInvalid(kind, locale),
  NOTHING_TO_PROVE: ({ action }, locale) => {
    const about = action === 'BIND' || action === 'RESTORE' ? action : 'OTHER';
    const message = say(locale, `NOTHING_TO_PROVE.${about}`);
    const problem = toProblem('NOTHING_TO_PROVE', message, [{ code: 'ContactSupport' }], locale);
    return Object.assign(new NothingToProveError(), problem);
  },
  NO_CONTACT_POINT: ({ alternatives, at }, locale) => {
    const others = alternatives.map((factor) => ({ code: 'UseOtherFactor', factor }) as const);
    const again = at ? [{ code: 'TryAgain', at } as const] : [];
    const remedies = [...others, ...again, { code: 'ContactSupport' } as const];
    const problem = toProblem('NO_CONTACT_POINT', say(locale, 'NO_CONTACT_POINT'), remedies, locale);
    return Object.assign(new NoContactPointError(), problem);
  },
  TOO_MANY_CHALLENGES: ({ retryAt }, locale) => {
    const message = (timeZone: string) => say(locale, 'TOO_MANY_CHALLENGES', { at: retryAt }, timeZone);
    const remedies = [
      { code: 'StopRetrying', until: retryAt },
      { code: 'TryAgain', at: retryAt },
      { code: 'ContactSupport' },
    ] as const;
    const problem = toProblem('TOO_MANY_CHALLENGES', message, remedies, locale);
    return Object.assign(new TooManyChallengesError(), problem, { retryAt });
  },
});

const toPhoneInvalid = (
  code: 'PHONE_INVALID' | 'MOBILE_NUMBER_NEEDED',
  locale: Locale,
): VerificationPhoneInvalidError =>
  Object.assign(
    new VerificationPhoneInvalidError(),
    toProblem(code, say(locale, code), [{ code: 'CorrectInput' }], locale),
  );
