import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { say } from '../reviews.words';
import type { DecideReviewError } from './decide-review';
import { ReviewRefusedError, type DecideReviewResult } from './decide-review.result';

type Code = 'REVIEW_CLOSED' | 'OWN_REVIEW' | 'REVIEWED_ALREADY' | 'DOCUMENT_NEEDED' | 'REVIEW_MOVED';

const refused =
  (code: Code, remedies: readonly Remedy[] = []) =>
  (_refusal: unknown, locale: Locale): ReviewRefusedError =>
    Object.assign(new ReviewRefusedError(), toProblem(code, say(locale, code), remedies, locale));

/** Nobody gets round these: what is left is another review, or another decision. */
export const toDecideReviewProblem = createToProblem<DecideReviewError, typeof DecideReviewResult>({
  ...requestProblems,
  REVIEW_CLOSED: refused('REVIEW_CLOSED'),
  OWN_REVIEW: refused('OWN_REVIEW'),
  REVIEWED_ALREADY: refused('REVIEWED_ALREADY'),
  DOCUMENT_MISSING: refused('DOCUMENT_NEEDED', [{ code: 'CorrectInput' }]),
  REVIEW_MOVED: refused('REVIEW_MOVED', [{ code: 'CorrectInput' }]),
});
