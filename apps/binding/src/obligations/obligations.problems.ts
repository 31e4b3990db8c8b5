import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { providerUnavailable } from '../cards';
import { proofProblems } from '../proofs';
import type { ObligationActError } from './obligations.errors';
import { ObligationOfferChangedError, ObligationUnderWayError, type CancelMandateResult } from './obligations.result';
import { say } from './obligations.words';

type Refused = Exclude<typeof CancelMandateResult, { act: unknown }>;

/** The refusals of all that is done about what hangs on a card. */
export const toObligationProblem = createToProblem<ObligationActError, Refused>({
  ...requestProblems,
  ...proofProblems,
  PROVIDER_UNAVAILABLE: ({ retryAt }, locale) => providerUnavailable(retryAt, locale),
  OFFER_CHANGED: ({ bindingId }, locale) =>
    Object.assign(
      new ObligationOfferChangedError(),
      toProblem('OBLIGATION_OFFER_CHANGED', say(locale, 'OFFER_CHANGED'), [{ code: 'TryAgain' }], locale),
      { bindingId },
    ),
  OBLIGATION_UNDER_WAY: ({ until }, locale) =>
    Object.assign(
      new ObligationUnderWayError(),
      toProblem('OBLIGATION_UNDER_WAY', say(locale, 'OBLIGATION_UNDER_WAY'), [{ code: 'WaitUntil', until }], locale),
      { until },
    ),
});
