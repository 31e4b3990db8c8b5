import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { guessProblems } from '../account-lock';
import { phoneProblems } from '../accounts';
import { deviceProblems } from '../devices';
import { passwordProblems } from '../passwords';
import { SessionEndedError } from '../sessions';
import type { LogInError } from './log-in';
import { LogInFailedError, type LogInResult } from './log-in.result';
import { say } from './log-in.words';

export const toLogInProblem = createToProblem<LogInError, typeof LogInResult>({
  ...requestProblems,
  ...phoneProblems,
  ...passwordProblems,
  ...guessProblems,
  ...deviceProblems,
  SESSION_ENDED: (_refusal, locale) =>
    Object.assign(
      new SessionEndedError(),
      toProblem('SESSION_ENDED', say(locale, 'SESSION_ENDED'), [{ code: 'LogIn' }], locale),
    ),
  LOG_IN_FAILED: (_refusal, locale) => {
    const remedies = [{ code: 'CorrectInput' }, { code: 'ResetPassword' }, { code: 'ContactSupport' }] as const;
    return Object.assign(
      new LogInFailedError(),
      toProblem('LOG_IN_FAILED', say(locale, 'LOG_IN_FAILED'), remedies, locale),
    );
  },
});
