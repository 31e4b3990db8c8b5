import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Chooses the card that pays by default.' })
export class SetDefaultCardInput extends OnceInput {
  @Field(() => ID, {
    description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q; it must be usable and able to pay.',
  })
  cardId!: string;
}
