import { createToProblem, type NotFoundError } from '@bindery/subgraph';
import { bindingProblems, type TransitionRefusedError } from '../cards';
import type { QuoteRefused } from './quote-unbind';

/** Why there is no plan. */
export const toQuoteProblem = createToProblem<QuoteRefused, NotFoundError | TransitionRefusedError>(bindingProblems);
