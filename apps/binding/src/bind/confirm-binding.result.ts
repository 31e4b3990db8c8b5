import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { BindingOperationType, BindingType, TransitionRefusedError } from '../cards';
import { ProofRejectedError } from '../proofs';
import { BindingLimitError } from './start/start-errors.type';

@ObjectType({ description: 'Confirmed; the provider is being asked.' })
export class ConfirmBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

@ObjectType({
  implements: Problem,
  description:
    'Confirmed, and nothing is asked of the provider yet: it wants people to look at the binding first, as Binding.review tells. A problem, so that apps from before there were reviews say what is waited for.',
})
export class ReviewFirstError extends Problem {
  @Field({ description: 'The binding, which is IN_REVIEW now.' })
  binding!: BindingType;
}

export const ConfirmBindingResult = createUnionType({
  name: 'ConfirmBindingResult',
  description: 'What became of confirmBinding.',
  types: () =>
    [
      ConfirmBindingSuccess,
      ReviewFirstError,
      ProofRejectedError,
      BindingLimitError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
