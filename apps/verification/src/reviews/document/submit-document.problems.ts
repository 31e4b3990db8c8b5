import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, toProblem } from '@bindery/subgraph';
import { say } from '../reviews.words';
import type { SubmitDocumentError } from './submit-document';
import { DocumentRefusedError, type SubmitDocumentResult } from './submit-document.result';

const refused =
  (...remedies: readonly Remedy[]) =>
  (
    {
      kind,
    }: { readonly kind: 'DOCUMENT_NOT_WANTED' | 'DOCUMENT_EXPIRED' | 'DOCUMENT_LOOKED_AT' | 'TOO_MANY_DOCUMENTS' },
    locale: Locale,
  ) =>
    Object.assign(new DocumentRefusedError(), toProblem(kind, say(locale, kind), remedies, locale));

export const toSubmitDocumentProblem = createToProblem<SubmitDocumentError, typeof SubmitDocumentResult>({
  ...requestProblems,
  DOCUMENT_NOT_WANTED: refused({ code: 'CorrectInput' }),
  DOCUMENT_EXPIRED: refused({ code: 'CorrectInput' }),
  DOCUMENT_LOOKED_AT: refused({ code: 'ContactSupport' }),
  TOO_MANY_DOCUMENTS: refused({ code: 'ContactSupport' }),
});
