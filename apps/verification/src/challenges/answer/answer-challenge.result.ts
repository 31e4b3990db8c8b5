import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { ChallengeProof } from '../../proofs';
import { ChallengeEndedError } from '../challenge-ended.result';

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

export const AnswerChallengeResult = createUnionType({
  name: 'AnswerChallengeResult',
  description: 'What became of an answer.',
  types: () => [AnswerChallengeSuccess, WrongCodeError, ChallengeEndedError, NotFoundError, InvalidInputError] as const,
});
