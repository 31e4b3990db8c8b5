import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ProofActionEnum } from '@bindery/subgraph';
import type { ProofAction } from '@bindery/trust';
import { FactorEnum, type Factor } from '../factors';

@Directive('@key(fields: "id")')
@ObjectType('Binding', { description: 'A card, bound in an account.' })
export class BindingType {
  @Field(() => ID, { description: 'Global id, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  id!: string;

  /** Binding says which, out of what it would not refuse. */
  @Directive('@external')
  @Field(() => [String], {
    nullable: true,
    description: 'The actions that next steps ask a proof for; null when it cannot be told.',
  })
  proofsAsked?: readonly string[] | null;
}

@ObjectType({ description: 'A proof that a next step of a binding asks for (requirement 4).' })
export class RequiredProof {
  @Field(() => ProofActionEnum, { description: 'The action to start a challenge for, e.g. UNBIND.' })
  action!: ProofAction;

  @Field(() => [FactorEnum], {
    description:
      'Ways to prove it that the account can use now, any one will do; empty while nothing is confirmed that a code could be sent to.',
  })
  factors!: readonly Factor[];

  @Field(() => Int, { description: 'Codes that can still be asked for today, 0 to 10.' })
  remaining!: number;
}
