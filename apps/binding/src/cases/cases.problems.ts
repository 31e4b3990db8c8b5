import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import type { CloseCaseError } from './cases.errors';
import { say } from './cases.words';
import { CaseNotClosedError, type CloseCaseResult } from './close-case.result';

type Refused = Exclude<typeof CloseCaseResult, { bindingCase: unknown }>;

export const toCloseCaseProblem = createToProblem<CloseCaseError, Refused>({
  ...requestProblems,
  CASE_NOT_CLOSED: ({ kind, obstacle }, locale) =>
    Object.assign(new CaseNotClosedError(), toProblem(kind, say(locale, obstacle), [], locale), { obstacle }),
});
