import { createToProblem } from '@bindery/subgraph';
import { signedInProblems } from '../sessions';
import type { ChangeProfileError } from './change-profile';
import type { ChangeProfileResult } from './change-profile.result';

export const toChangeProfileProblem = createToProblem<ChangeProfileError, typeof ChangeProfileResult>(signedInProblems);
