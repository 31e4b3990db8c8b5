import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import type { ReviewDecision, ReviewReason } from '../review.rules';
import { ReviewDecisionEnum, ReviewReasonEnum } from '../reviews.enums';

@InputType({ description: 'What a reviewer says about a binding.' })
export class DecideReviewInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the review, from reviewQueue, e.g. review_01h455vb4pex5vsknk084sn02q.' })
  reviewId!: string;

  @Field(() => ReviewDecisionEnum, { description: 'What is said, e.g. APPROVE.' })
  decision!: ReviewDecision;

  @Field(() => [ReviewReasonEnum], {
    defaultValue: [],
    description: 'Why, the weightiest first, 1 to 5; none with APPROVE. The holder is told them in words.',
  })
  reasons!: ReviewReason[];

  @Field(() => String, {
    nullable: true,
    description:
      'ReviewTask.documentsDigest as it was when the documents were looked at, e.g. mJ0rSx6dQf1uYtq3nR2Ww9e8aZk7cLh5vBo4pXiTgUE: needed with APPROVE where documents are wanted.',
  })
  documentsDigest?: string | null;
}
