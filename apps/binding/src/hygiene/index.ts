import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { BindingReviewRow } from './binding-review.entity';
import { createDismissBindingReview } from './dismiss-binding-review';
import { AccountReviewResolver, BindingReviewResolver } from './hygiene.resolver';
import { createReadBindingReview } from './read-binding-review';

export const hygieneClasses = {
  resolvers: [AccountReviewResolver, BindingReviewResolver],
  entities: [BindingReviewRow],
} satisfies FeatureClasses;

interface HygieneFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly clock: Clock;
}

interface HygieneDeps {
  readonly views: Views;
  readonly catalogue: Pick<Catalogue, 'profiles'>;
}

/** Suggests to look through what is bound, when there is a reason. */
export const createHygiene = (
  { db, once, clock }: HygieneFoundation,
  { views, catalogue: { profiles } }: HygieneDeps,
) => ({
  feature: {
    resolvers: [
      new AccountReviewResolver({
        readBindingReview: createReadBindingReview({ db, clock, profiles }),
        dismissBindingReview: createDismissBindingReview({ once, clock }),
      }),
      new BindingReviewResolver(views),
    ],
  } satisfies Feature,
});
