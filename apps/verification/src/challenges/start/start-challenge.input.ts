import { Field, ID, InputType } from 'type-graphql';
import { OnceInput, ProofActionEnum } from '@bindery/subgraph';
import type { ProofAction } from '@bindery/trust';
import { FactorEnum, type Factor } from '../../factors';

@InputType({ description: 'What is to be proved.' })
export class ChallengePurposeInput {
  @Field(() => ProofActionEnum, { description: 'What the proof will allow, e.g. UNBIND.' })
  action!: ProofAction;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of the binding it will be allowed on, e.g. binding_01h455vb4pex5vsknk084sn02q, for FOUND of the card or device, for MOVE of the device that cards are on; left out for REGISTER and RESET_PASSWORD.',
  })
  subjectId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The digest of the plan from unbindPlan or movePlan, or of an offer from loanOffers or Binding.obligations; needed for UNBIND, MOVE, OPEN_LOAN and what is done about obligations, left out otherwise.',
  })
  planDigest?: string | null;
}

@InputType({ description: 'Asks for a code.' })
export class StartChallengeInput extends OnceInput {
  @Field(() => ChallengePurposeInput, { description: 'What is to be proved.' })
  purpose!: ChallengePurposeInput;

  @Field(() => String, {
    nullable: true,
    description:
      'Only for REGISTER and RESET_PASSWORD: the phone in international form, e.g. +8613800000001. All else goes to the phone confirmed before.',
  })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only for RESET_PASSWORD: the deviceToken that this device was given last for the account of the phone, if any. Then nobody else’s requests use up its codes. E.g. eyJhbGciOi….',
  })
  deviceToken?: string | null;

  @Field(() => FactorEnum, { defaultValue: FactorEnum.SMS_CODE, description: 'The way to prove it, e.g. SMS_CODE.' })
  factor!: Factor;
}
