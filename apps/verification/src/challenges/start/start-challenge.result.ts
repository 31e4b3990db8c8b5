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
    'No code now: there are bounds for an account, for a number (for its own devices, where its account is used, and for strangers each their own), for strangers at one network address, and for all that is sent.',
})
export class TooManyChallengesError extends Problem {
  @Field(() => DateTimeScalar, { description: 'When a code can be asked for again, UTC.' })
  retryAt!: Date;
}

@ProblemCodes('PHONE_INVALID', 'MOBILE_NUMBER_NEEDED')
@ObjectType({
  implements: Problem,
  description:
    'PHONE_INVALID: the phone is no number in international form. MOBILE_NUMBER_NEEDED: it is one that no code is sent to, e.g. a landline, or a phone of a country that is not served.',
})
export class VerificationPhoneInvalidError extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'Nothing is confirmed that a code of this factor could be sent to. Just after registering, try again in a moment.',
})
export class NoContactPointError extends Problem {}

@ObjectType({
  implements: Problem,
  description:
    'What it would allow cannot be done any more: a start that was confirmed or given up, a restore after its window, a card that is gone for good. Nothing is sent; Binding.nextSteps says what can be done.',
})
export class NothingToProveError extends Problem {}

export const StartChallengeResult = createUnionType({
  name: 'StartChallengeResult',
  description: 'What became of asking for a code.',
  types: () =>
    [
      StartChallengeSuccess,
      TooManyChallengesError,
      VerificationPhoneInvalidError,
      NoContactPointError,
      NothingToProveError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
