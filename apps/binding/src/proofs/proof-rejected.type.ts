import { Field, ObjectType } from 'type-graphql';
import { Problem } from '@bindery/subgraph';

@ObjectType({ implements: Problem, description: 'The proof does not allow this.' })
export class ProofRejectedError extends Problem {
  @Field({ description: 'Stable code, e.g. PROOF_EXPIRED, PROOF_ALREADY_USED, PROOF_FOR_OTHER_PLAN.' })
  reason!: string;
}
