import { Field, ObjectType } from 'type-graphql';
import { Problem, ProblemCodes } from '@bindery/subgraph';
import { ProofRejectionEnum } from './proofs.enums';
import { proofRejections, type ProofRejection } from './proofs.errors';

@ProblemCodes(...proofRejections)
@ObjectType({ implements: Problem, description: 'The proof does not allow this.' })
export class ProofRejectedError extends Problem {
  @Field(() => ProofRejectionEnum, { description: 'What is wrong with it, e.g. PROOF_EXPIRED.' })
  rejection!: ProofRejection;

  @Field({
    description: 'Stable code, e.g. PROOF_EXPIRED, PROOF_ALREADY_USED, PROOF_FOR_OTHER_PLAN.',
    deprecationReason: 'It is text where there is a list. Use rejection. Stays until 2027-12-31.',
  })
  reason!: string;
}
