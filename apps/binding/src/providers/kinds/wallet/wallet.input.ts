import { Field, InputType } from 'type-graphql';

@InputType({ description: 'An account at another wallet.' })
export class WalletInput {
  @Field({
    description:
      'What the wallet knows its user by: a phone number, a mail address or a name there, e.g. 13800138000. Not kept.',
  })
  account!: string;
}

export const walletInput = { inputType: WalletInput, description: 'For another wallet.' };
