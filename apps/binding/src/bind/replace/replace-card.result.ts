import type { Id } from '@bindery/kernel';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  Problem,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { BindingType, ProviderUnavailableError, TransitionRefusedError } from '../../cards';
import {
  AlreadyBoundError,
  BindingLimitError,
  BindingRefusedError,
  CardNumberInvalidError,
  ProviderUnknownError,
  TermsChangedError,
} from '../start/start-errors.type';

@ObjectType({ description: 'Begun; the next steps of the new binding say what is needed.' })
export class ReplaceCardSuccess {
  @Field({ description: 'The binding of the new card. Once it is bound it takes the place of the old one.' })
  binding!: BindingType;

  @Field({ description: 'The binding of the old card, as it is now.' })
  replaced!: BindingType;
}

@ObjectType({ implements: Problem, description: 'Another card takes its place already, or has taken it.' })
export class ReplacementUnderWayError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The binding of that card.' })
  successor!: BindingType | null;

  successorId!: Id<'binding'>;
}

@ObjectType({
  implements: Problem,
  description:
    'Its kind is never replaced: there is no card of plastic. What can be done with it instead say its next steps.',
})
export class NotReplaceableError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The binding, as it is.' })
  current!: BindingType | null;

  bindingId!: Id<'binding'>;
}

export const ReplaceCardResult = createUnionType({
  name: 'ReplaceCardResult',
  description: 'What became of replaceCard.',
  types: () =>
    [
      ReplaceCardSuccess,
      ReplacementUnderWayError,
      NotReplaceableError,
      TransitionRefusedError,
      CardNumberInvalidError,
      ProviderUnknownError,
      TermsChangedError,
      AlreadyBoundError,
      BindingLimitError,
      BindingRefusedError,
      ProviderUnavailableError,
      TooManyRequestsError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
