import { createToProblem, requestProblems, toProblem, type Refusals } from '@bindery/subgraph';
import type { LayCardHoldError, LiftCardHoldError } from './staff-holds.errors';
import {
  HoldAlreadyLaidError,
  HoldAlreadyLiftedError,
  HoldNotForYouError,
  type LayCardHoldResult,
  type LiftCardHoldResult,
} from './staff-holds.result';
import { say } from './staff-holds.words';

const common = {
  ...requestProblems,
  HOLD_NOT_FOR_YOU: ({ kind, bar }, locale) =>
    Object.assign(new HoldNotForYouError(), toProblem(kind, say(locale, bar), [], locale), { bar }),
} satisfies Refusals<Extract<LayCardHoldError, { kind: 'HOLD_NOT_FOR_YOU' }>, typeof LayCardHoldResult>;

export const toLayProblem = createToProblem<LayCardHoldError, Exclude<typeof LayCardHoldResult, { hold: unknown }>>({
  ...common,
  HOLD_ALREADY_LAID: ({ kind, holdId }, locale) =>
    Object.assign(new HoldAlreadyLaidError(), toProblem(kind, say(locale, kind), [], locale), { holdId }),
});

export const toLiftProblem = createToProblem<LiftCardHoldError, Exclude<typeof LiftCardHoldResult, { hold: unknown }>>({
  ...common,
  HOLD_ALREADY_LIFTED: ({ kind }, locale) =>
    Object.assign(new HoldAlreadyLiftedError(), toProblem(kind, say(locale, kind), [], locale)),
});
