import type { EntityManager } from 'typeorm';
import type { Id } from '@bindery/kernel';
import { listDocuments } from './document/stated-document.repository';
import { isStatedFor, statedTypes } from './document/stated-document.rules';
import { listOpenReviews } from './review.repository';
import { isOpen, type Review } from './review.rules';

export interface OpenReview {
  readonly review: Review;
  /** Whether it waits for its holder: no document that is wanted has been stated yet. */
  readonly documentNeeded: boolean;
}

/** What an account waits for, or is waited for, because people look at it. */
export async function listOpenReviewsWith(
  db: EntityManager,
  accountId: Id<'account'>,
  now: Date,
): Promise<OpenReview[]> {
  const open = (await listOpenReviews(db, accountId)).filter((review) => isOpen(review, now));
  if (open.length === 0) return [];
  const documents = await listDocuments(
    db,
    open.map(({ bindingId }) => bindingId),
  );
  return open.map((review) => ({
    review,
    documentNeeded:
      statedTypes.some((type) => review.documentTypes.includes(type)) &&
      !documents.some((document) => isStatedFor(document, review)),
  }));
}
