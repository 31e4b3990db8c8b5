import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { listDocuments, listSharedFingerprints } from './document/stated-document.repository';
import { listVotes } from './review.repository';
import type { Review, Vote } from './review.rules';
import type { StatedDocument } from './document/stated-document.rules';

/** What a reviewer is shown of a review besides itself. */
export interface TaskBackground {
  readonly votesOf: (id: Id<'review'>) => readonly Vote[];
  readonly documentsOf: (id: Id<'binding'>) => readonly StatedDocument[];
  readonly shared: ReadonlySet<string>;
  readonly now: Date;
}

export type LoadBackground = (reviews: readonly Review[]) => Promise<TaskBackground>;

/** Of a page of reviews at once. */
export const createLoadBackground =
  ({ db, clock }: { readonly db: EntityManager; readonly clock: Clock }): LoadBackground =>
  async (reviews) => {
    const votes = await listVotes(
      db,
      reviews.map(({ id }) => id),
    );
    const documents = await listDocuments(
      db,
      reviews.map(({ bindingId }) => bindingId),
    );
    return {
      votesOf: (id) => votes.filter(({ reviewId }) => reviewId === id),
      documentsOf: (id) => documents.filter(({ bindingId }) => bindingId === id),
      shared: await listSharedFingerprints(db, documents),
      now: clock.now(),
    };
  };
