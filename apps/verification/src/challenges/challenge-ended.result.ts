import { Field, ObjectType } from 'type-graphql';
import { Problem, ProblemCodes } from '@bindery/subgraph';
import { ChallengeStateEnum } from './challenge.enums';
import { challengeStates, type ChallengeState } from './challenge.rules';

@ProblemCodes(...challengeStates.map((state) => `CHALLENGE_${state}`))
@ObjectType({ implements: Problem, description: 'The challenge is over.' })
export class ChallengeEndedError extends Problem {
  @Field(() => ChallengeStateEnum, { description: 'How it ended, e.g. EXPIRED.' })
  state!: ChallengeState;
}
