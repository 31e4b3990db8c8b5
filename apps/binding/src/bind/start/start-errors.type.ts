import type { Id } from '@bindery/kernel';
import { Field, Int, ObjectType } from 'type-graphql';
import { Problem, ProblemCodes } from '@bindery/subgraph';
import { BindingType } from '../../cards';
import { ProviderTermsType } from '../../catalogue';
import { BindingRefusalEnum, bindingRefusals } from './start-binding.enums';

@ObjectType({ implements: Problem, description: 'The card number cannot be right; nothing was sent anywhere.' })
export class CardNumberInvalidError extends Problem {
  @Field({ description: 'The field at fault: card.bank.number.' })
  field!: string;
}

@ObjectType({ implements: Problem, description: 'There is no provider of this code.' })
export class ProviderUnknownError extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'What was agreed to are not the provider’s current terms, or not in their words. Show those that come along and ask again.',
})
export class TermsChangedError extends Problem {
  @Field({ description: 'The current terms, in the language of the caller.' })
  terms!: ProviderTermsType;
}

@ObjectType({ implements: Problem, description: 'This card is bound, or being bound, on this device already.' })
export class AlreadyBoundError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The binding that is in the way.' })
  existing!: BindingType | null;

  existingId!: Id<'binding'>;
}

@ObjectType({ implements: Problem, description: 'The provider allows no more bindings (requirement 19).' })
export class BindingLimitError extends Problem {
  @Field(() => Int, { description: 'How many it allows, e.g. 5.' })
  limit!: number;
}

@ProblemCodes(...bindingRefusals)
@ObjectType({ implements: Problem, description: 'The card cannot be bound; the reason says why.' })
export class BindingRefusedError extends Problem {
  @Field(() => BindingRefusalEnum, { description: 'Why, e.g. ACCOUNT_LOCKED.' })
  refusal!: string;

  @Field({
    description: 'Stable code, e.g. CARD_NOT_ACCEPTED, MEMBER_UNKNOWN, ACCOUNT_LOCKED.',
    deprecationReason: 'It is text where there is a list. Use refusal. Stays until 2027-12-31.',
  })
  reason!: string;
}
