import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { proofProblems } from '../proofs';
import type { ReportFoundError, ReportLostError } from './lost.errors';
import { NotReportedLostError, type ReportFoundResult, type ReportLostResult } from './lost.result';
import { say } from './lost.words';

export const toLostProblem = createToProblem<ReportLostError, typeof ReportLostResult>(requestProblems);

export const toFoundProblem = createToProblem<ReportFoundError, typeof ReportFoundResult>({
  ...requestProblems,
  ...proofProblems,
  NOT_REPORTED_LOST: (_refusal, locale) =>
    Object.assign(
      new NotReportedLostError(),
      toProblem('NOT_REPORTED_LOST', say(locale, 'NOT_REPORTED_LOST'), [{ code: 'CorrectInput' }], locale),
    ),
});
