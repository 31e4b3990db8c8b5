import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingOperationType, BindingType, TransitionRefusedError } from '../cards';
import { ProofRejectedError } from '../proofs';
import { FeeNotAcceptedError, UnbindBlockedError, UnbindPlanStaleError } from './unbind-errors.type';

@ObjectType({ description: 'The card is unusable from this moment; the provider is being asked to take it off.' })
export class RequestUnbindSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

export const RequestUnbindResult = createUnionType({
  name: 'RequestUnbindResult',
  description: 'What became of requestUnbind.',
  types: () =>
    [
      RequestUnbindSuccess,
      UnbindPlanStaleError,
      UnbindBlockedError,
      ProofRejectedError,
      FeeNotAcceptedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
