import { createToProblem, requestProblems, tooManyRequests, toProblem, type Refusals } from '@bindery/subgraph';
import type { AskAgainError, ProviderAnswerError } from './provider-answers.errors';
import {
  ProviderAnswerNotTakenError,
  type AskProviderAgainResult,
  type RecordProviderAnswerResult,
} from './provider-answers.result';
import { say } from './provider-answers.words';

type Refused = Exclude<typeof RecordProviderAnswerResult, { bindingCase: unknown }>;

const common = {
  ...requestProblems,
  PROVIDER_ANSWER_NOT_TAKEN: ({ kind, obstacle }, locale) =>
    Object.assign(new ProviderAnswerNotTakenError(), toProblem(kind, say(locale, obstacle), [], locale), { obstacle }),
} satisfies Refusals<ProviderAnswerError, Refused>;

export const toAnswerProblem = createToProblem<ProviderAnswerError, Refused>(common);

export const toAskProblem = createToProblem<
  AskAgainError,
  Exclude<typeof AskProviderAgainResult, { bindingCase: unknown }>
>({ ...common, ASKED_LATELY: ({ retryAt }, locale) => tooManyRequests(retryAt, locale) });
