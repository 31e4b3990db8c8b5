import { Field, ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';
import { ChallengeStateEnum } from './challenge.enums';
import type { ChallengeState } from './challenge.rules';

@ObjectType({ implements: Problem, description: 'The challenge is over.' })
export class ChallengeEndedError extends Problem {
  @Field(() => ChallengeStateEnum, { description: 'How it ended, e.g. EXPIRED.' })
  state!: ChallengeState;
}
