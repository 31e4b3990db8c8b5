import type { Id } from '@bindery/kernel';
import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { BindingReviewReasonEnum } from './hygiene.enums';

@ObjectType('BindingReview', { description: 'Whether it is time to look through what is bound (requirement 19).' })
export class BindingReviewType {
  @Field({ description: 'Whether to suggest it now: there is a reason, and it was not dismissed lately.' })
  suggested!: boolean;

  @Field(() => [BindingReviewReasonEnum], { description: 'Why; told after it was dismissed too.' })
  reasons!: (keyof typeof BindingReviewReasonEnum)[];

  @Field(() => [String], { description: 'The reasons in words, in the language of the caller.' })
  texts!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when there is a reason, UTC; null without one.' })
  since!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it will be suggested if nothing changes, UTC; null while it is suggested, and while nothing is bound.',
  })
  nextAt!: Date | null;

  /** For the field resolver. */
  bindingIds!: readonly Id<'binding'>[];
}
