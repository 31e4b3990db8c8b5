import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, tooManyRequests, toProblem } from '@bindery/subgraph';
import type { AnswerWasThisYouError } from './dispute-opening.errors';
import { AlreadyDisputedError, NotDisputableError, type AnswerWasThisYouResult } from './dispute-opening.result';
import { say } from './dispute-opening.words';

type Refused = Exclude<AnswerWasThisYouError, { readonly kind: 'TRANSITION_REFUSED' }>;

const notDisputable = (
  kind: 'NOTHING_TO_DISPUTE' | 'TOO_LATE_TO_DISPUTE' | 'NOTHING_TO_ANSWER',
  until: Date | null,
  locale: Locale,
) => {
  const remedies: readonly Remedy[] = [{ code: 'ContactSupport' }];
  const text = (timeZone: string) => say(locale, kind, until ? { until } : {}, timeZone);
  return Object.assign(new NotDisputableError(), toProblem(kind, text, remedies, locale), { until });
};

export const toDisputeProblem = createToProblem<Refused, Exclude<typeof AnswerWasThisYouResult, { binding: unknown }>>({
  ...requestProblems,
  NOTHING_TO_DISPUTE: ({ kind }, locale) => notDisputable(kind, null, locale),
  NOTHING_TO_ANSWER: ({ kind }, locale) => notDisputable(kind, null, locale),
  TOO_LATE_TO_DISPUTE: ({ kind, until }, locale) => notDisputable(kind, until, locale),
  ALREADY_DISPUTED: ({ kind, open }, locale) =>
    Object.assign(
      new AlreadyDisputedError(),
      toProblem(kind, say(locale, open ? 'ALREADY_DISPUTED' : 'ALREADY_DECIDED'), [{ code: 'ContactSupport' }], locale),
      { earlier: null },
    ),
  TOO_MANY_DISPUTES: ({ retryAt }, locale) => tooManyRequests(retryAt, locale, [{ code: 'ContactSupport' }]),
});
