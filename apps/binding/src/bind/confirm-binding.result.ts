import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingOperationType, BindingType, TransitionRefusedError } from '../cards';
import { ProofRejectedError } from '../proofs';

@ObjectType({ description: 'Confirmed; the provider is being asked.' })
export class ConfirmBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

export const ConfirmBindingResult = createUnionType({
  name: 'ConfirmBindingResult',
  description: 'What became of confirmBinding.',
  types: () =>
    [
      ConfirmBindingSuccess,
      ProofRejectedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
