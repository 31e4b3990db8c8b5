import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem, ProblemCodes } from '@bindery/subgraph';
import { ReviewTaskType } from '../review.type';

@ObjectType({ description: 'Said; what it came to stands in the review.' })
export class DecideReviewSuccess {
  @Field({ description: 'The review: OPEN while another person has to agree.' })
  review!: ReviewTaskType;
}

@ProblemCodes('REVIEW_CLOSED', 'OWN_REVIEW', 'REVIEWED_ALREADY', 'DOCUMENT_NEEDED', 'REVIEW_MOVED')
@ObjectType({ implements: Problem, description: 'This person cannot say this about it now.' })
export class ReviewRefusedError extends Problem {}

export const DecideReviewResult = createUnionType({
  name: 'DecideReviewResult',
  description: 'What became of decideReview.',
  types: () =>
    [DecideReviewSuccess, ReviewRefusedError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
