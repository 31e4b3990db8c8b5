import { idempotencyKeyReused, invalidInput, toProblem, unauthenticated } from '@bindery/subgraph';
import type { Locale } from '@bindery/localisation';
import type { StartChallengeError } from './start-challenge';
import { translate } from '../challenges.words';
import {
  NoContactPointError,
  TooManyChallengesError,
  VerificationPhoneInvalidError,
  type StartChallengeResult,
} from './start-challenge.result';

type Refusals = {
  [Kind in StartChallengeError['kind']]: (
    error: Extract<StartChallengeError, { kind: Kind }>,
    locale: Locale,
  ) => typeof StartChallengeResult;
};

const refusals: Refusals = {
  SIGN_IN_FIRST: () => {
    throw unauthenticated();
  },
  INPUT_INVALID: ({ field }, locale) => invalidInput(field, locale),
  IDEMPOTENCY_KEY_REUSED: (_error, locale) => idempotencyKeyReused(locale),
  PHONE_INVALID: (_error, locale) =>
    Object.assign(
      new VerificationPhoneInvalidError(),
      toProblem('PHONE_INVALID', translate(locale, 'PHONE_INVALID'), [{ code: 'CorrectInput' }], locale),
    ),
  NO_CONTACT_POINT: ({ alternatives, at }, locale) => {
    const others = alternatives.map((factor) => ({ code: 'UseOtherFactor', factor }) as const);
    const remedies = [...others, { code: 'TryAgain', at } as const, { code: 'ContactSupport' } as const];
    return Object.assign(
      new NoContactPointError(),
      toProblem('NO_CONTACT_POINT', translate(locale, 'NO_CONTACT_POINT'), remedies, locale),
    );
  },
  TOO_MANY_CHALLENGES: ({ retryAt }, locale) => {
    const message = translate(locale, 'TOO_MANY_CHALLENGES', { at: retryAt });
    const remedies = [
      { code: 'StopRetrying', until: retryAt },
      { code: 'TryAgain', at: retryAt },
      { code: 'ContactSupport' },
    ] as const;
    return Object.assign(new TooManyChallengesError(), toProblem('TOO_MANY_CHALLENGES', message, remedies, locale), {
      retryAt,
    });
  },
};

/** The union member for a refusal; throws UNAUTHENTICATED where somebody has to sign in. */
export function toStartChallengeRefusal(error: StartChallengeError, locale: Locale): typeof StartChallengeResult {
  return (refusals[error.kind] as (error: StartChallengeError, locale: Locale) => typeof StartChallengeResult)(
    error,
    locale,
  );
}
