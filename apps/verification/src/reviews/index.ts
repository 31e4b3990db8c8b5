import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createKeyedDigest, deriveKey } from '../keys';
import type { VerificationConfig } from '../verification.config';
import { BindingReviewResolver, type ShownReview } from './binding-review.resolver';
import { createDecideReview } from './decide/decide-review';
import { ReviewVoteRow } from './decide/review-vote.entity';
import { StatedDocumentRow } from './document/stated-document.entity';
import { listDocuments } from './document/stated-document.repository';
import { createSubmitDocument } from './document/submit-document';
import { createLoadBackground } from './load-background';
import { createOnRenewalRequested, createOnReviewRequested, onBindingGivenUp } from './on-review-requested.consumer';
import { ReviewTasksResolver } from './review-tasks.resolver';
import { ReviewRow } from './review.entity';
import { listNewestReviews, listReviewsById, listReviewsFor } from './review.repository';

export { listOpenReviewsWith, type OpenReview } from './list-open-reviews';

export const reviewsClasses = {
  resolvers: [BindingReviewResolver, ReviewTasksResolver],
  entities: [ReviewRow, ReviewVoteRow, StatedDocumentRow],
} satisfies FeatureClasses;

/** What people look at before a card is bound: the queue, what holders state for it, and what is decided. */
export function createReviews(foundation: Foundation, { CODE_KEY }: Pick<VerificationConfig, 'CODE_KEY'>) {
  const { db, clock, countStale } = foundation;
  const digestDocument = createKeyedDigest(deriveKey(CODE_KEY, 'document'));
  const listNewest = async (ids: readonly ShownReview['review']['bindingId'][]): Promise<(ShownReview | null)[]> => {
    const [reviews, documents] = await Promise.all([listNewestReviews(db, ids), listDocuments(db, ids)]);
    return ids.map((id) => {
      const review = reviews.find(({ bindingId }) => bindingId === id);
      return review ? { review, documents: documents.filter(({ bindingId }) => bindingId === id) } : null;
    });
  };
  return {
    feature: {
      resolvers: [
        new BindingReviewResolver({
          listNewest,
          submitDocument: createSubmitDocument({ ...foundation, digestDocument }),
        }),
        new ReviewTasksResolver({
          listReviewsFor: (reviewerId, page) => listReviewsFor(db, reviewerId, clock.now(), page),
          findReview: async (id) => (await listReviewsById(db, [id]))[0] ?? null,
          loadBackground: createLoadBackground(foundation),
          decideReview: createDecideReview(foundation),
        }),
      ],
      subscriptions: {
        'bindery.binding.review-requested.v1': createOnReviewRequested(countStale),
        'bindery.document.renewal-requested.v1': createOnRenewalRequested(countStale),
        'bindery.binding.unbound.v1': onBindingGivenUp,
        'bindery.binding.cancelled.v1': onBindingGivenUp,
        'bindery.binding.lapsed.v1': onBindingGivenUp,
      },
    } satisfies Feature,
  };
}
