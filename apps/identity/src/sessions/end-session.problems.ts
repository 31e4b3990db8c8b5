import { createToProblem } from '@bindery/subgraph';
import type { EndSessionError } from './end-session';
import type { EndOtherSessionsResult, EndSessionResult } from './end-session.result';
import type { OnceSignedInRefusal } from './once-signed-in';
import { signedInProblems } from './signed-in.problems';

export const toEndSessionProblem = createToProblem<EndSessionError, typeof EndSessionResult>(signedInProblems);

export const toEndOtherSessionsProblem = createToProblem<OnceSignedInRefusal, typeof EndOtherSessionsResult>(
  signedInProblems,
);
