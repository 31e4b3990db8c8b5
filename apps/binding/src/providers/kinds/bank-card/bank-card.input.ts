import { Field, InputType } from 'type-graphql';
import { holderNameMax } from './bank-card.rules';
import { digitsMax, digitsMin } from './card-number.rules';

@InputType({ description: 'A bank card.' })
export class BankCardInput {
  @Field({
    description: `The number as printed, ${digitsMin} to ${digitsMax} digits, e.g. 4111 1111 1111 1111; spaces are fine. It goes to the provider and is never kept.`,
  })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: `Name on the card, as printed, e.g. LI MEI; at most ${holderNameMax} characters. Not kept.`,
  })
  holderName?: string | null;
}

export const bankCardInput = { inputType: BankCardInput, description: 'For a bank.' };
