import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A membership at a site.' })
export class AccessCardInput {
  @Field({ description: 'The provider’s code of the site, e.g. riverside.' })
  site!: string;

  @Field({ description: 'The member number there, e.g. RG-1001. Not kept.' })
  memberNumber!: string;
}

export const accessCardInput = { inputType: AccessCardInput, description: 'For an access system.' };
