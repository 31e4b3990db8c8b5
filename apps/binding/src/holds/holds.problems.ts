import { createToProblem, toProblem } from '@bindery/subgraph';
import { bindingProblems } from '../cards';
import type { ResumeBindingError, SuspendBindingError } from './holds.errors';
import type { ResumeBindingResult, SuspendBindingResult } from './holds.result';
import { say } from './holds.words';
import { SuspendNotOfferedError } from './suspend-not-offered.type';

export const toResumeProblem = createToProblem<ResumeBindingError, typeof ResumeBindingResult>(bindingProblems);

export const toSuspendProblem = createToProblem<SuspendBindingError, typeof SuspendBindingResult>({
  ...bindingProblems,
  SUSPEND_NOT_OFFERED: (_refusal, locale) =>
    Object.assign(
      new SuspendNotOfferedError(),
      toProblem('SUSPEND_NOT_OFFERED', say(locale, 'SUSPEND_NOT_OFFERED'), [{ code: 'ContactProvider' }], locale),
    ),
});
