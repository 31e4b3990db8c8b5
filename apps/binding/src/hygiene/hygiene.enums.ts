import { enumOf } from '@bindery/subgraph';
import { boundMax, reviewReasons } from './binding-review.rules';

export const BindingReviewReasonEnum = enumOf(
  'BindingReviewReason',
  'Why it is time to look through what is bound.',
  reviewReasons,
  {
    STALE: 'A card was not used for as many days as its provider says, half a year with most.',
    TOO_MANY: `More than ${boundMax} cards are bound.`,
  },
);
