import { notFound, toProblem } from '@bindery/subgraph';
import type { Locale } from '@bindery/localisation';
import type { ResendChallengeError } from './resend-challenge';
import { translate } from '../challenges.words';
import { challengeEnded } from '../challenge-ended.problems';
import { ResendsUsedUpError, ResendTooSoonError, type ResendChallengeResult } from './resend-challenge.result';

type Refusals = {
  [Kind in ResendChallengeError['kind']]: (
    error: Extract<ResendChallengeError, { kind: Kind }>,
    locale: Locale,
  ) => typeof ResendChallengeResult;
};

const refusals: Refusals = {
  NOT_FOUND: (_error, locale) => notFound(locale),
  CHALLENGE_ENDED: ({ state }, locale) => challengeEnded(state, locale),
  RESEND_TOO_SOON: ({ at, left }, locale) => {
    const remedies = [{ code: 'CheckSignal' }, { code: 'ResendCode', at, left }] as const;
    return Object.assign(
      new ResendTooSoonError(),
      toProblem('RESEND_TOO_SOON', translate(locale, 'RESEND_TOO_SOON', { at }), remedies, locale),
      { at },
    );
  },
  RESENDS_USED_UP: (_error, locale) => {
    const remedies = [{ code: 'CheckSignal' }, { code: 'StartChallenge' }, { code: 'ContactSupport' }] as const;
    return Object.assign(
      new ResendsUsedUpError(),
      toProblem('RESENDS_USED_UP', translate(locale, 'RESENDS_USED_UP'), remedies, locale),
    );
  },
};

/** The union member for a refusal. */
export function toResendChallengeRefusal(error: ResendChallengeError, locale: Locale): typeof ResendChallengeResult {
  return (refusals[error.kind] as (error: ResendChallengeError, locale: Locale) => typeof ResendChallengeResult)(
    error,
    locale,
  );
}
