import { createUnionType, Field, ObjectType } from 'type-graphql';
import {
  DateTimeScalar,
  IdempotencyKeyReusedError,
  InvalidInputError,
  NotFoundError,
  Problem,
  ProblemCodes,
  TooManyRequestsError,
} from '@bindery/subgraph';
import { BindingType } from '../cards';
import { DisputeType } from './dispute.type';

@ObjectType({ description: 'It is open: evidence is frozen, and the restore clock stands.' })
export class OpenDisputeSuccess {
  @Field({ description: 'The dispute.' })
  dispute!: DisputeType;

  @Field({ description: 'The binding, held where somebody else may use it.' })
  binding!: BindingType;
}

@ObjectType({ description: 'The answer is kept.' })
export class AnswerWasThisYouSuccess {
  @Field({ description: 'The binding.' })
  binding!: BindingType;

  @Field(() => DisputeType, {
    nullable: true,
    description: 'The dispute that it opened; null where it was the holder.',
  })
  dispute!: DisputeType | null;
}

@ProblemCodes('NOTHING_TO_DISPUTE', 'TOO_LATE_TO_DISPUTE', 'NOTHING_TO_ANSWER')
@ObjectType({ implements: Problem, description: 'There is nothing of the kind to dispute, or its time is over.' })
export class NotDisputableError extends Problem {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when it could be, UTC; null where there is nothing.',
  })
  until!: Date | null;
}

@ObjectType({ implements: Problem, description: 'The same is disputed already, or was decided.' })
export class AlreadyDisputedError extends Problem {
  @Field(() => DisputeType, { nullable: true, description: 'That dispute.' })
  earlier!: DisputeType | null;
}

const refusals = [
  AlreadyDisputedError,
  NotDisputableError,
  TooManyRequestsError,
  NotFoundError,
  InvalidInputError,
  IdempotencyKeyReusedError,
] as const;

export const OpenDisputeResult = createUnionType({
  name: 'OpenDisputeResult',
  description: 'What became of openDispute.',
  types: () => [OpenDisputeSuccess, ...refusals] as const,
});

export const AnswerWasThisYouResult = createUnionType({
  name: 'AnswerWasThisYouResult',
  description: 'What became of answerWasThisYou.',
  types: () => [AnswerWasThisYouSuccess, ...refusals] as const,
});
