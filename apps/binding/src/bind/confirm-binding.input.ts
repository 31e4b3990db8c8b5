import { Field, ID, InputType, Int } from 'type-graphql';
import { UnbindReasonEnum } from '../cards/binding.enums';

const keyDescription = 'New for each wish, the same for each retry of it; 16 to 64 of A-Z a-z 0-9 _ -.';

@InputType({ description: 'Confirms a binding that was begun.' })
export class ConfirmBindingInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Token of a proof for BIND on this binding.' })
  proof!: string;
}

@InputType({ description: 'Gives up a binding that is not bound yet.' })
export class CancelBindingInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;
}

@InputType({ description: 'An amount of money that was shown and accepted.' })
class AcceptedFeeInput {
  @Field(() => Int, { description: 'In minor units of the currency: 500 with CNY is 5.00 yuan.' })
  value!: number;

  @Field({ description: 'ISO 4217 code, e.g. CNY.' })
  currency!: string;
}

@InputType({ description: 'Takes a card off, as a plan said it.' })
export class RequestUnbindInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

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

@InputType({ description: 'Undoes an unbind.' })
export class RequestRestoreInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Token of a proof for RESTORE on this binding.' })
  proof!: string;
}

@InputType({ description: 'Suspends a card for a while.' })
export class SuspendBindingInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;
}

@InputType({ description: 'Lifts the holder’s own suspension.' })
export class ResumeBindingInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;
}

@InputType({ description: 'Chooses the card that pays by default.' })
export class SetDefaultCardInput {
  @Field({ description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, {
    description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q; it must be usable and able to pay.',
  })
  cardId!: string;
}
