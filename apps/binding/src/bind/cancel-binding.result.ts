import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingType, TransitionRefusedError } from '../cards';

@ObjectType({ description: 'Given up.' })
export class CancelBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

export const CancelBindingResult = createUnionType({
  name: 'CancelBindingResult',
  description: 'What became of cancelBinding.',
  types: () =>
    [
      CancelBindingSuccess,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
