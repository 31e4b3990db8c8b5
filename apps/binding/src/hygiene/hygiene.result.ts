import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError } from '@bindery/subgraph';
import { BindingReviewType } from './binding-review.type';

@ObjectType({ description: 'It is not suggested for a while.' })
export class DismissBindingReviewSuccess {
  @Field({ description: 'The suggestion as it is now.' })
  review!: BindingReviewType;
}

export const DismissBindingReviewResult = createUnionType({
  name: 'DismissBindingReviewResult',
  description: 'What became of dismissBindingReview.',
  types: () => [DismissBindingReviewSuccess, InvalidInputError, IdempotencyKeyReusedError] as const,
});
