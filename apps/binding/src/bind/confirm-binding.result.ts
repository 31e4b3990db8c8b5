import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { BindingOperationType, BindingType } from '../cards/binding.type';
import { CardType } from '../cards/card.type';
import {
  CardNotUsableError,
  ProofRejectedError,
  RestoreRefusedError,
  SuspendNotOfferedError,
  TransitionRefusedError,
} from '../cards/errors.type';

@ObjectType({ description: 'Confirmed; the provider is being asked.' })
export class ConfirmBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

@ObjectType({ description: 'Given up.' })
export class CancelBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

@ObjectType({ description: 'The provider is being asked to restore.' })
export class RequestRestoreSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field({ description: 'The request at the provider.' })
  operation!: BindingOperationType;
}

@ObjectType({ description: 'Suspended from this moment.' })
export class SuspendBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

@ObjectType({ description: 'Lifted, or to be lifted as soon as the provider agrees.' })
export class ResumeBindingSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;
}

@ObjectType({ description: 'The card is the default.' })
export class SetDefaultCardSuccess {
  @Field({ description: 'The card.' })
  card!: CardType;
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

export const RequestRestoreResult = createUnionType({
  name: 'RequestRestoreResult',
  description: 'What became of requestRestore.',
  types: () =>
    [
      RequestRestoreSuccess,
      RestoreRefusedError,
      ProofRejectedError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});

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

export const SetDefaultCardResult = createUnionType({
  name: 'SetDefaultCardResult',
  description: 'What became of setDefaultCard.',
  types: () =>
    [SetDefaultCardSuccess, CardNotUsableError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
