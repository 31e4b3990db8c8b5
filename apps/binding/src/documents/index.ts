import { handleJobs } from '@bindery/jobs';
import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import { BindingDocumentRow } from './binding-document.entity';
import { DocumentNoticeRow } from './document-notice.entity';
import { DocumentRenewalRow } from './document-renewal.entity';
import { documentJobs } from './documents.jobs';
import { listDocumentsOf, listLastRenewals } from './documents.repository';
import { DocumentsResolver } from './documents.resolver';
import { createKeepDocument } from './keep-document';
import { createRenewDocument } from './renew-document';
import { createScanDocuments } from './scan-documents';
import { createTakeRenewal } from './take-decision';

export { isRenewable, isUnderWay } from './document.rules';
export { listDocumentsOf, listLastRenewals } from './documents.repository';
export { documentZone } from './keep-document';
export { keepApproved, type TakeRenewal } from './take-decision';

export const documentsClasses = {
  resolvers: [DocumentsResolver],
  entities: [BindingDocumentRow, DocumentRenewalRow, DocumentNoticeRow],
} satisfies FeatureClasses;

interface DocumentsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly views: Views;
}

/** Documents that expire: notices before, days of grace, the hold that names its cause, and renewal by a review. */
export function createDocuments(
  { db, once, unitOfWork, outbox, clock }: Foundation,
  { transitions, catalogue, views }: DocumentsDeps,
) {
  const { profiles } = catalogue;
  const keepDocument = createKeepDocument({ transitions, profiles, clock });
  const scanDocuments = createScanDocuments({ db, unitOfWork, outbox, keepDocument, profiles, clock });
  return {
    takeRenewal: createTakeRenewal(keepDocument),
    feature: {
      resolvers: [
        new DocumentsResolver({
          listDocuments: (ids) => listDocumentsOf(db, ids),
          listRenewals: (ids) => listLastRenewals(db, ids),
          renewDocument: createRenewDocument({ once, transitions, outbox, catalogue, clock }),
          catalogue,
          views,
          clock,
        }),
      ],
      jobs: handleJobs(documentJobs, { 'scan-documents': scanDocuments }, [
        // More often than daily: a day begins at another hour of UTC where holders live, and a clock may be moved.
        { name: 'scan-documents', cron: '*/10 * * * *' },
      ]),
    } satisfies Feature,
  };
}
