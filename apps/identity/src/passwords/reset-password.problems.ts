import { createToProblem, requestProblems } from '@bindery/subgraph';
import { mobilePhoneProblems } from '../accounts';
import { proofProblems } from '../proofs';
import { passwordProblems } from './password.problems';
import type { ResetPasswordError } from './reset-password';
import type { ResetPasswordResult } from './reset-password.result';

export const toResetPasswordProblem = createToProblem<ResetPasswordError, typeof ResetPasswordResult>({
  ...requestProblems,
  ...mobilePhoneProblems,
  ...passwordProblems,
  ...proofProblems,
});
