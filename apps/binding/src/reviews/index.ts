import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { BindingReviewerRow } from './binding-reviewer.entity';
import { createOnReviewDecided, type OnReviewDecidedDeps } from './on-review-decided.consumer';

export { listReviewers } from './binding-reviewer.repository';
export { createReviewFacts, reviewOf, wouldBeReviewed } from './review-facts';

export const reviewsClasses = { entities: [BindingReviewerRow] } satisfies FeatureClasses;

/** What a review by people does to a binding; the reviews themselves are verification's. */
export function createReviews(
  { countStale, clock }: Pick<Foundation, 'countStale' | 'clock'>,
  deps: Pick<OnReviewDecidedDeps, 'transitions' | 'catalogue' | 'takeRenewal'>,
) {
  return {
    feature: {
      subscriptions: { 'bindery.review.decided.v1': createOnReviewDecided({ ...deps, countStale, clock }) },
    } satisfies Feature,
  };
}
