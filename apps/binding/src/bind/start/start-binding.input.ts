import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { NewCardInput } from './new-card.input';

@InputType({ description: 'What the holder agreed to.' })
export class ConsentInput {
  @Field({
    description:
      'The text as it was shown, word for word: that of Provider.terms in either language, up to 10,000 characters.',
  })
  text!: string;

  @Field({ description: 'Its version, from Provider.terms, e.g. 2026-01; no other is accepted.' })
  version!: string;
}

@InputType({ description: 'Begins to bind a card.' })
export class StartBindingInput extends OnceInput {
  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  provider!: string;

  @Field(() => ID, {
    description: 'Id of the device to bind on, e.g. device_01h455vb4pex5vsknk084sn02q; one of the account’s.',
  })
  deviceId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The earlier binding that this one comes after, e.g. binding_01h455vb4pex5vsknk084sn02q, from Binding.rebindOffer: of the same provider and off, or bound on another device from which this card moves to this one. The latest of the same card if left out; one from which it moves here is found without it.',
  })
  previousBindingId?: string | null;

  @Field({ description: 'What the holder agreed to.' })
  consent!: ConsentInput;

  @Field({ description: 'The card.' })
  card!: NewCardInput;
}
