import { Field, ObjectType } from 'type-graphql';
import type { Locale } from '@bindery/localisation';
import { Problem, ProblemCodes, toProblem } from '@bindery/subgraph';
import { IdentityProofRejectionEnum } from './proof.enums';
import { proofRejections, type ProofRejected, type ProofRejection } from './proof.errors';
import { say } from './proof.words';

@ProblemCodes(...proofRejections)
@ObjectType({ implements: Problem, description: 'The proof does not allow this. Start a new challenge.' })
export class IdentityProofRejectedError extends Problem {
  @Field(() => IdentityProofRejectionEnum, { description: 'What is wrong with it.' })
  reason!: ProofRejection;
}

/** What every mutation that needs a proof may refuse with, in words. */
export const proofProblems = {
  PROOF_REJECTED: ({ reason }: ProofRejected, locale: Locale): IdentityProofRejectedError =>
    Object.assign(
      new IdentityProofRejectedError(),
      toProblem(
        reason,
        say(locale, 'PROOF_REJECTED'),
        [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
        locale,
      ),
      { reason },
    ),
};
