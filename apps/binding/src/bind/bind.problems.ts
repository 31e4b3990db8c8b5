import { createToProblem } from '@bindery/subgraph';
import { bindingProblems } from '../cards';
import { proofProblems } from '../proofs';
import type { CancelBindingError, ConfirmBindingError } from './bind.errors';
import type { CancelBindingResult } from './cancel-binding.result';
import type { ConfirmBindingResult } from './confirm-binding.result';

export const toConfirmProblem = createToProblem<ConfirmBindingError, typeof ConfirmBindingResult>({
  ...bindingProblems,
  ...proofProblems,
});

export const toCancelProblem = createToProblem<CancelBindingError, typeof CancelBindingResult>(bindingProblems);
