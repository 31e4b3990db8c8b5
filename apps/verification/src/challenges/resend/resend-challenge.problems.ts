import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { toChallengeEnded } from '../challenge-ended.problems';
import { say } from '../challenges.words';
import type { ResendChallengeError } from './resend-challenge.errors';
import { ResendsUsedUpError, ResendTooSoonError, type ResendChallengeResult } from './resend-challenge.result';

/** The union member for a refusal. */
export const toResendChallengeProblem = createToProblem<ResendChallengeError, typeof ResendChallengeResult>({
  ...requestProblems,
  CHALLENGE_ENDED: toChallengeEnded,
  RESEND_TOO_SOON: ({ at, left, delivery }, locale) => {
    const again = { code: 'ResendCode', at, left } as const;
    const remedies = delivery === 'FAILED' ? [again] : [{ code: 'CheckSignal' } as const, again];
    const message = (timeZone: string) => say(locale, 'RESEND_TOO_SOON', { at, delivery }, timeZone);
    const problem = toProblem('RESEND_TOO_SOON', message, remedies, locale);
    return Object.assign(new ResendTooSoonError(), problem, { at });
  },
  RESENDS_USED_UP: (_refusal, locale) => {
    const remedies = [{ code: 'CheckSignal' }, { code: 'StartChallenge' }, { code: 'ContactSupport' }] as const;
    const problem = toProblem('RESENDS_USED_UP', say(locale, 'RESENDS_USED_UP'), remedies, locale);
    return Object.assign(new ResendsUsedUpError(), problem);
  },
});
