import type { Locale } from '@bindery/localisation';
import { createToProblem, toProblem } from '@bindery/subgraph';
import { bindingProblems, type BindingType } from '../cards';
import { proofProblems } from '../proofs';
import type { CancelBindingError, ConfirmBindingError } from './bind.errors';
import type { CancelBindingResult } from './cancel-binding.result';
import { bindingLimit } from './start/start-binding.problems';
import { say } from './bind.words';
import { ReviewFirstError, type ConfirmBindingResult } from './confirm-binding.result';

export const toConfirmProblem = createToProblem<ConfirmBindingError, typeof ConfirmBindingResult>({
  ...bindingProblems,
  ...proofProblems,
  BINDING_LIMIT: bindingLimit,
});

export const toCancelProblem = createToProblem<CancelBindingError, typeof CancelBindingResult>(bindingProblems);

/** Confirmed, and waited for people until then. */
export function toReviewFirst(binding: BindingType, until: string | null, locale: Locale): ReviewFirstError {
  const wait = until === null ? [] : [{ code: 'WaitUntil', until: new Date(until) } as const];
  const problem = toProblem('REVIEW_FIRST', say(locale, 'REVIEW_FIRST'), wait, locale);
  return Object.assign(new ReviewFirstError(), problem, { binding });
}
