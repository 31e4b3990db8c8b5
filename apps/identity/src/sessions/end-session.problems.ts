import { createToProblem, requestProblems, unauthenticated } from '@bindery/subgraph';
import type { EndSessionError } from './end-session';
import type { EndOtherSessionsResult, EndSessionResult } from './end-session.result';
import type { OnceSignedInRefusal } from './once-signed-in';

const problems = {
  ...requestProblems,
  /** Told as by every field that needs somebody who is signed in. */
  NOT_SIGNED_IN: (): never => {
    throw unauthenticated();
  },
};

export const toEndSessionProblem = createToProblem<EndSessionError, typeof EndSessionResult>(problems);

export const toEndOtherSessionsProblem = createToProblem<OnceSignedInRefusal, typeof EndOtherSessionsResult>(problems);
