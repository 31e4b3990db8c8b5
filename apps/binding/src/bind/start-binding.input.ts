import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'What the holder agreed to.' })
class ConsentInput {
  @Field({ description: 'The text as it was shown, up to 10,000 characters.' })
  text!: string;

  @Field({ description: 'Its version, from Provider.terms, e.g. 2026-01.' })
  version!: string;
}

@InputType({ description: 'A bank card.' })
class BankCardInput {
  @Field({
    description:
      'The number as printed, 12 to 19 digits, e.g. 4111 1111 1111 1111; spaces are fine. It goes to the provider and is never kept.',
  })
  number!: string;

  @Field(() => String, { nullable: true, description: 'Name on the card, as printed, e.g. LI MEI. Not kept.' })
  holderName?: string | null;
}

@InputType({ description: 'A membership at a site.' })
class AccessCardInput {
  @Field({ description: 'The provider’s code of the site, e.g. riverside.' })
  site!: string;

  @Field({ description: 'The member number there, e.g. RG-1001. Not kept.' })
  memberNumber!: string;
}

@InputType({ description: 'Exactly one of the kinds of card.' })
export class NewCardInput {
  @Field(() => BankCardInput, { nullable: true, description: 'For a bank.' })
  bank?: BankCardInput | null;

  @Field(() => AccessCardInput, { nullable: true, description: 'For an access system.' })
  access?: AccessCardInput | null;
}

@InputType({ description: 'Begins to bind a card.' })
export class StartBindingInput {
  @Field({ description: 'New for each wish, the same for each retry of it; 16 to 64 of A-Z a-z 0-9 _ -.' })
  idempotencyKey!: string;

  @Field({ description: 'Code of the provider, e.g. seaside-bank.' })
  provider!: string;

  @Field(() => ID, {
    description: 'Id of the device to bind on, e.g. device_01h455vb4pex5vsknk084sn02q; one of the account’s.',
  })
  deviceId!: string;

  @Field({ description: 'What the holder agreed to.' })
  consent!: ConsentInput;

  @Field({ description: 'The card.' })
  card!: NewCardInput;
}
