import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import type { RefreshSessionError } from './refresh-session';
import { SessionEndedError } from './session-ended.type';
import type { RefreshSessionResult } from './refresh-session.result';
import { say } from './refresh-session.words';

export const toRefreshSessionProblem = createToProblem<RefreshSessionError, typeof RefreshSessionResult>({
  ...requestProblems,
  SESSION_ENDED: (_refusal, locale) =>
    Object.assign(
      new SessionEndedError(),
      toProblem('SESSION_ENDED', say(locale, 'SESSION_ENDED'), [{ code: 'LogIn' }], locale),
    ),
});
