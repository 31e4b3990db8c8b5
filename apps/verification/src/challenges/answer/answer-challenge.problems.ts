import { invalidField, type Remedy } from '@bindery/kernel';
import { createToProblem, invalidInput, requestProblems, toProblem } from '@bindery/subgraph';
import { factorWords } from '../../factors';
import { toChallengeEnded } from '../challenge-ended.problems';
import { say } from '../challenges.words';
import type { AnswerChallengeError, WrongCode } from './answer-challenge.errors';
import { WrongCodeError, type AnswerChallengeResult } from './answer-challenge.result';

/** The union member for a refusal. */
export const toAnswerChallengeProblem = createToProblem<AnswerChallengeError, typeof AnswerChallengeResult>({
  ...requestProblems,
  CHALLENGE_ENDED: toChallengeEnded,
  CODE_MALFORMED: ({ factor }, locale) =>
    invalidInput(invalidField('code', 'FORMAT'), locale, factorWords(factor).answerForm(locale)),
  WRONG_CODE: (error, locale) => {
    const { attemptsLeft } = error;
    const message = say(locale, 'WRONG_CODE', { left: attemptsLeft });
    const problem = toProblem('WRONG_CODE', message, remediesFor(error), locale);
    return Object.assign(new WrongCodeError(), problem, { attemptsLeft });
  },
});

/** Requirement 36: the same code again, a fresh message with it, another factor, a new start, a person. */
function remediesFor({ attemptsLeft, resend, alternatives }: WrongCode): Remedy[] {
  const others: Remedy[] = alternatives.map((factor) => ({ code: 'UseOtherFactor', factor }));
  if (attemptsLeft === 0) return [{ code: 'StartChallenge' }, ...others, { code: 'ContactSupport' }];
  const again: Remedy[] = resend.at ? [{ code: 'ResendCode', at: resend.at, left: resend.left }] : [];
  return [{ code: 'TryAgain', left: attemptsLeft }, ...again, ...others];
}
