import { createUnionType, Field, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  Problem,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { BindingCaseType } from '../cases';
import { StatedProviderAnswerType } from './provider-answer.type';
import type { AnswerObstacle } from './provider-answer.rules';
import { ProviderAnswerObstacleEnum } from './provider-answers.enums';

@ObjectType({ description: 'The provider is asked now.' })
export class AskProviderAgainSuccess {
  @Field(() => BindingCaseType, { description: 'The case.' })
  bindingCase!: BindingCaseType;
}

@ObjectType({ description: 'It is taken down; it counts at once, or when another of our people has confirmed it.' })
export class RecordProviderAnswerSuccess {
  @Field(() => StatedProviderAnswerType, { description: 'What was taken down.' })
  stated!: StatedProviderAnswerType;

  @Field(() => BindingCaseType, { description: 'The case, closed where the answer ends it.' })
  bindingCase!: BindingCaseType;
}

@ObjectType({ description: 'It counts from this moment, or was declined.' })
export class ConfirmProviderAnswerSuccess {
  @Field(() => StatedProviderAnswerType, { description: 'What was taken down, and how it was decided.' })
  stated!: StatedProviderAnswerType;

  @Field(() => BindingCaseType, { description: 'The case, closed where the answer ends it.' })
  bindingCase!: BindingCaseType;
}

@ObjectType({ implements: Problem, description: 'It is not done about this case, or not by this person.' })
export class ProviderAnswerNotTakenError extends Problem {
  @Field(() => ProviderAnswerObstacleEnum, { description: 'Why, e.g. OWN_STATEMENT.' })
  obstacle!: AnswerObstacle;
}

const refusals = [ProviderAnswerNotTakenError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const;

export const AskProviderAgainResult = createUnionType({
  name: 'AskProviderAgainResult',
  description: 'What became of askProviderAgain.',
  types: () => [AskProviderAgainSuccess, TooManyRequestsError, ...refusals] as const,
});

export const RecordProviderAnswerResult = createUnionType({
  name: 'RecordProviderAnswerResult',
  description: 'What became of recordProviderAnswer.',
  types: () => [RecordProviderAnswerSuccess, ...refusals] as const,
});

export const ConfirmProviderAnswerResult = createUnionType({
  name: 'ConfirmProviderAnswerResult',
  description: 'What became of confirmProviderAnswer.',
  types: () => [ConfirmProviderAnswerSuccess, ...refusals] as const,
});
