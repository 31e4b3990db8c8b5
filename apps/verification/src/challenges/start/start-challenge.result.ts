import { createUnionType, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar, IdempotencyKeyReusedError, InvalidInputError, Problem, ProblemCodes } from '@bindery/subgraph';
import { ChallengeType } from '../challenge.type';

@ObjectType({
  description: 'The code is on its way. For RESET_PASSWORD this says nothing about whether the phone has an account.',
})
export class StartChallengeSuccess {
  @Field(() => ChallengeType, { description: 'The challenge to answer.' })
  challenge!: ChallengeType;
}

@ObjectType({
  implements: Problem,
  description:
    'The codes of a day are used up: there is a bound for an account, for a number (a lower one for those not signed in) and for a network address.',
})
export class TooManyChallengesError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When a code can be asked for again, UTC.' })
  retryAt!: Date;
}

@ProblemCodes('PHONE_INVALID')
@ObjectType({
  implements: Problem,
  description: 'The phone is no number in international form that messages could reach.',
})
export class VerificationPhoneInvalidError extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'Nothing is confirmed that a code of this factor could be sent to. Just after registering, try again in a moment.',
})
export class NoContactPointError extends Problem {}

export const StartChallengeResult = createUnionType({
  name: 'StartChallengeResult',
  description: 'What became of asking for a code.',
  types: () =>
    [
      StartChallengeSuccess,
      TooManyChallengesError,
      VerificationPhoneInvalidError,
      NoContactPointError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
