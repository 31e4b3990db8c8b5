import { invalidInput, notFound, toProblem } from '@bindery/subgraph';
import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { AnswerChallengeError, WrongCode } from './answer-challenge';
import { translate } from '../challenges.words';
import { WrongCodeError, type AnswerChallengeResult } from './answer-challenge.result';
import { challengeEnded } from '../challenge-ended.problems';

type Refusals = {
  [Kind in AnswerChallengeError['kind']]: (
    error: Extract<AnswerChallengeError, { kind: Kind }>,
    locale: Locale,
  ) => typeof AnswerChallengeResult;
};

const refusals: Refusals = {
  CODE_MALFORMED: (_error, locale) => invalidInput('code', locale, translate(locale, 'CODE_FORM')),
  NOT_FOUND: (_error, locale) => notFound(locale),
  CHALLENGE_ENDED: ({ state }, locale) => challengeEnded(state, locale),
  WRONG_CODE: (error, locale) => {
    const { attemptsLeft } = error;
    const problem = toProblem(
      'WRONG_CODE',
      translate(locale, 'WRONG_CODE', { left: attemptsLeft }),
      wrongCodeRemedies(error),
      locale,
    );
    return Object.assign(new WrongCodeError(), problem, { attemptsLeft });
  },
};

/** The union member for a refusal. */
export function toAnswerChallengeRefusal(error: AnswerChallengeError, locale: Locale): typeof AnswerChallengeResult {
  return (refusals[error.kind] as (error: AnswerChallengeError, locale: Locale) => typeof AnswerChallengeResult)(
    error,
    locale,
  );
}

/** Requirement 36: the same code again, a fresh message with it, another factor, a new start, a person. */
function wrongCodeRemedies({ attemptsLeft, resend, alternatives }: WrongCode): Remedy[] {
  const others: Remedy[] = alternatives.map((factor) => ({ code: 'UseOtherFactor', factor }));
  if (attemptsLeft === 0) return [{ code: 'StartChallenge' }, ...others, { code: 'ContactSupport' }];
  const again: Remedy[] = resend.at ? [{ code: 'ResendCode', at: resend.at, left: resend.left }] : [];
  return [{ code: 'TryAgain', left: attemptsLeft }, ...again, ...others];
}
