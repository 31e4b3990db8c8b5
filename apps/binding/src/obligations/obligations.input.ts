import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType()
abstract class ObligationActInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: string;

  @Field({ description: 'Digest of the offer from Binding.obligations that was shown, 43 characters.' })
  planDigest!: string;

  @Field({ description: 'Token of a proof for the action of this name on the binding, for this offer.' })
  proof!: string;
}

@InputType({ description: 'Cancels a recurring payment, as it was offered.' })
export class CancelMandateInput extends ObligationActInput {}

@InputType({ description: 'What the holder agreed to, as it was shown.' })
export class MandateConsentInput {
  @Field({
    description:
      'The words of the offer, its consentText, e.g. From now on Video Club may collect from my card ending 1111, and no more from the card it was on.',
  })
  text!: string;
}

@InputType({ description: 'Moves a recurring payment to another card, as it was offered.' })
export class MoveMandateInput extends ObligationActInput {
  @Field({ description: 'That the other card is collected from, from then on.' })
  consent!: MandateConsentInput;
}

@InputType({ description: 'Pays a pending payment now, as it was offered.' })
export class SettlePendingInput extends ObligationActInput {}

@InputType({ description: 'Has the balance paid out, as it was offered.' })
export class WithdrawBalanceInput extends ObligationActInput {}
