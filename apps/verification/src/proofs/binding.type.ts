import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Phase } from '@bindery/card-lifecycle';
import type { Factor } from '../factors/registry';
import type { ChallengeAction } from '../challenges/start/purpose.rules';
import { BindingPhaseEnum, FactorEnum, ProofActionEnum } from '../challenges/challenge.enums';

@Directive('@key(fields: "id")')
@ObjectType('Binding', { description: 'A card, bound in an account.' })
export class BindingType {
  @Field(() => ID, { description: 'Global id, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  id!: string;

  @Directive('@external')
  @Field(() => BindingPhaseEnum, { description: 'What it waits for.' })
  phase!: Phase;
}

@ObjectType({ description: 'A proof that the next step of a binding asks for (requirement 4).' })
export class RequiredProof {
  @Field(() => ProofActionEnum, { description: 'The action to start a challenge for, e.g. UNBIND.' })
  action!: ChallengeAction;

  @Field(() => [FactorEnum], { description: 'Ways to prove it; any one will do.' })
  factors!: readonly Factor[];

  @Field(() => Int, { description: 'Codes that can still be asked for today, 0 to 10.' })
  remaining!: number;
}
