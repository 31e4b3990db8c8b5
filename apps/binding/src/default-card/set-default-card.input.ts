import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { orderMax } from './set-payment-order';

@InputType({ description: 'Says in which order cards are tried to pay.' })
export class SetPaymentOrderInput extends OnceInput {
  @Field(() => [ID], {
    description: `Ids of cards that can pay, the default first, e.g. card_01h455vb4pex5vsknk084sn02q; 1 to ${orderMax}, each once.`,
  })
  cardIds!: string[];
}

@InputType({ description: 'Chooses the card that pays by default.' })
export class SetDefaultCardInput extends OnceInput {
  @Field(() => ID, {
    description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q; it must be usable and able to pay.',
  })
  cardId!: string;
}
