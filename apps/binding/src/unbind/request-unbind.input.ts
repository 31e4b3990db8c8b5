import { Field, ID, InputType } from 'type-graphql';
import { OnceInput, SafeIntScalar } from '@bindery/subgraph';
import { UnbindReasonEnum } from './unbind.enums';

@InputType({ description: 'An amount of money that was shown and accepted.' })
class AcceptedFeeInput {
  @Field(() => SafeIntScalar, { description: 'In minor units of the currency: 500 with CNY is 5.00 yuan.' })
  value!: number;

  @Field({ description: 'ISO 4217 code, e.g. CNY.' })
  currency!: string;
}

@InputType({ description: 'Takes a card off, as a plan said it.' })
export class RequestUnbindInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Digest of the plan that was shown.' })
  planDigest!: string;

  @Field(() => UnbindReasonEnum, { description: 'Why.' })
  reason!: keyof typeof UnbindReasonEnum;

  @Field(() => AcceptedFeeInput, { nullable: true, description: 'The plan’s fee, if it has one.' })
  acceptedFee?: AcceptedFeeInput | null;

  @Field({ description: 'Token of a proof for UNBIND on this binding and this plan.' })
  proof!: string;
}
