import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import type { DecideDisputeError } from './dispute-decisions.errors';
import { DisputeMovedError, NotImpartialError, type DecideDisputeResult } from './dispute-decisions.result';
import { say } from './dispute-decisions.words';

type Refused = Exclude<typeof DecideDisputeResult, { dispute: unknown }>;

export const toDecisionProblem = createToProblem<DecideDisputeError, Refused>({
  ...requestProblems,
  NOT_IMPARTIAL: ({ kind, reason }, locale) =>
    Object.assign(new NotImpartialError(), toProblem(kind, say(locale, reason), [], locale), { partiality: reason }),
  DISPUTE_MOVED: ({ kind, state }, locale) =>
    Object.assign(new DisputeMovedError(), toProblem(kind, say(locale, kind), [], locale), { state }),
});
