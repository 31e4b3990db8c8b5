import type { Locale } from '@bindery/localisation';
import { toProblem } from '@bindery/subgraph';
import { ChallengeEndedError } from './challenge-ended.result';
import type { ChallengeState } from './challenge.rules';
import { say } from './challenges.words';

/** The refusal of a challenge that is over, whatever was asked of it. */
export function toChallengeEnded({ state }: { readonly state: ChallengeState }, locale: Locale): ChallengeEndedError {
  const problem = toProblem(
    `CHALLENGE_${state}`,
    say(locale, `CHALLENGE_${state}`),
    [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
    locale,
  );
  return Object.assign(new ChallengeEndedError(), problem, { state });
}
