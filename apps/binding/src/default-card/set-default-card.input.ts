import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Chooses the card that pays by default.' })
export class SetDefaultCardInput {
  @Field({ description: 'New for each wish, the same for each retry of it; 16 to 64 of A-Z a-z 0-9 _ -.' })
  idempotencyKey!: string;

  @Field(() => ID, {
    description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q; it must be usable and able to pay.',
  })
  cardId!: string;
}
