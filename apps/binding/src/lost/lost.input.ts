import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'What is lost: a card or a device, exactly one of them.' })
export class ReportLostInput extends OnceInput {
  @Field(() => ID, { nullable: true, description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  cardId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the device, e.g. device_01h455vb4pex5vsknk084sn02q; one that the account has or had.',
  })
  deviceId?: string | null;
}

@InputType({ description: 'What is found again: a card or a device, exactly one of them, and the proof.' })
export class ReportFoundInput extends OnceInput {
  @Field(() => ID, { nullable: true, description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  cardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the device, e.g. device_01h455vb4pex5vsknk084sn02q.' })
  deviceId?: string | null;

  @Field({ description: 'Token of a proof for FOUND on the card or device.' })
  proof!: string;
}
