import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingType, TransitionRefusedError } from '../cards';
import { SuspendNotOfferedError } from './suspend-not-offered.type';

@ObjectType({ description: 'Blocked here from this moment; the hold says what that does not stop.' })
export class SuspendBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

@ObjectType({ description: 'Lifted, or to be lifted as soon as the provider agrees.' })
export class ResumeBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

export const SuspendBindingResult = createUnionType({
  name: 'SuspendBindingResult',
  description: 'What became of suspendBinding.',
  types: () =>
    [
      SuspendBindingSuccess,
      SuspendNotOfferedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});

export const ResumeBindingResult = createUnionType({
  name: 'ResumeBindingResult',
  description: 'What became of resumeBinding.',
  types: () =>
    [
      ResumeBindingSuccess,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
