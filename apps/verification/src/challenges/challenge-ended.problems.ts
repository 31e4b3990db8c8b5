import { toProblem } from '@bindery/subgraph';
import type { Locale } from '@bindery/localisation';
import type { ChallengeState } from './challenge.rules';
import { translate } from './challenges.words';
import { ChallengeEndedError } from './answer/answer-challenge.result';

/** The refusal of a challenge that is over, whatever was asked of it. */
export function challengeEnded(state: ChallengeState, locale: Locale): ChallengeEndedError {
  const problem = toProblem(
    `CHALLENGE_${state}`,
    translate(locale, `CHALLENGE_${state}`),
    [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
    locale,
  );
  return Object.assign(new ChallengeEndedError(), problem, { state });
}
