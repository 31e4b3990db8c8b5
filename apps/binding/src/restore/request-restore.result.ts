import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingLimitError } from '../bind';
import { BindingOperationType, BindingType, TransitionRefusedError } from '../cards';
import { ProofRejectedError } from '../proofs';
import { RestoreRefusedError } from './restore-refused.type';

@ObjectType({ description: 'The provider is being asked to restore.' })
export class RequestRestoreSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

export const RequestRestoreResult = createUnionType({
  name: 'RequestRestoreResult',
  description: 'What became of requestRestore.',
  types: () =>
    [
      RequestRestoreSuccess,
      RestoreRefusedError,
      BindingLimitError,
      ProofRejectedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
