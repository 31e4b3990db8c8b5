import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import type { ChallengeState } from '../challenge.rules';
import type { ChallengeAction } from '../start/purpose.rules';
import { ChallengeStateEnum, ProofActionEnum } from '../challenge.enums';

@ObjectType({ description: 'Allows one action on one subject, once, for five minutes.' })
export class ChallengeProof {
  @Field({ description: 'Give this as `proof` to the mutation it allows. A secret.' })
  token!: string;

  @Field(() => ProofActionEnum, { description: 'What it allows, e.g. UNBIND.' })
  action!: ChallengeAction;

  @Field(() => ID, { description: 'What it allows it on: a binding id, or the phone for REGISTER and RESET_PASSWORD.' })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'The plan it is good for; only with UNBIND.' })
  planDigest!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is no longer good, UTC.' })
  expiresAt!: Date;
}

@ObjectType({
  description: 'The code was right. Asking again with it within the life of the proof gives the same proof.',
})
export class AnswerChallengeSuccess {
  @Field(() => ChallengeProof, { description: 'What was earned.' })
  proof!: ChallengeProof;
}

@ObjectType({ implements: Problem, description: 'That is not the code.' })
export class WrongCodeError extends Problem {
  @Field(() => Int, { description: 'Tries that are left; 0 means that the challenge is over.' })
  attemptsLeft!: number;
}

@ObjectType({ implements: Problem, description: 'The challenge is over.' })
export class ChallengeEndedError extends Problem {
  @Field(() => ChallengeStateEnum, { description: 'How it ended, e.g. EXPIRED.' })
  state!: ChallengeState;
}

export const AnswerChallengeResult = createUnionType({
  name: 'AnswerChallengeResult',
  description: 'What became of an answer.',
  types: () => [AnswerChallengeSuccess, WrongCodeError, ChallengeEndedError, NotFoundError, InvalidInputError] as const,
});
