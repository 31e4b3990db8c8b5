import { createUnionType, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { ChallengeEndedError } from '../challenge-ended.result';
import { ChallengeType } from '../challenge.type';

@ObjectType({ description: 'The same code is on its way again; its time and tries go on as they were.' })
export class ResendChallengeSuccess {
  @Field(() => ChallengeType, { description: 'The challenge with what is left of resending.' })
  challenge!: ChallengeType;
}

@ObjectType({ implements: Problem, description: 'The last message may still arrive.' })
export class ResendTooSoonError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When it can be sent again, UTC.' })
  at!: Date;
}

@ObjectType({ implements: Problem, description: 'This code was sent as often as it can be.' })
export class ResendsUsedUpError extends Problem {}

export const ResendChallengeResult = createUnionType({
  name: 'ResendChallengeResult',
  description: 'What became of asking for the same code once more.',
  types: () =>
    [
      ResendChallengeSuccess,
      ResendTooSoonError,
      ResendsUsedUpError,
      ChallengeEndedError,
      NotFoundError,
      InvalidInputError,
    ] as const,
});
