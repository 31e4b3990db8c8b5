import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, TooManyRequestsError } from '@bindery/subgraph';
import { BindingType, ProviderUnavailableError, TransitionRefusedError } from '../cards';
import { ActivationRejectedError, NothingToAnswerError } from './activation.type';

@ObjectType({ description: 'Taken; the provider has confirmed, or will.' })
export class AnswerActivationSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

export const AnswerActivationResult = createUnionType({
  name: 'AnswerActivationResult',
  description: 'What became of answerActivation.',
  types: () =>
    [
      AnswerActivationSuccess,
      ActivationRejectedError,
      NothingToAnswerError,
      ProviderUnavailableError,
      TooManyRequestsError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
