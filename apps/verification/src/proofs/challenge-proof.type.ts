import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, inWords, ProofActionEnum } from '@bindery/subgraph';
import { proofLifetimeMs, type ProofAction } from '@bindery/trust';

@ObjectType({ description: `Allows one action on one subject, once, for ${inWords(proofLifetimeMs)}.` })
export class ChallengeProof {
  @Field({ description: 'Give this as `proof` to the mutation it allows. A secret.' })
  token!: string;

  @Field(() => ProofActionEnum, { description: 'What it allows, e.g. UNBIND.' })
  action!: ProofAction;

  @Field(() => ID, {
    description:
      'What it allows it on: a binding id, for FOUND that of a card or device, or the phone for REGISTER and RESET_PASSWORD.',
  })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'The plan it is good for; only with UNBIND.' })
  planDigest!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it is no longer good, UTC.' })
  expiresAt!: Date;
}
