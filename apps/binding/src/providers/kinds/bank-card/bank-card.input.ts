import { Field, InputType } from 'type-graphql';
import { holderNameMax } from './card-details.rules';
import { digitsMax, digitsMin } from './card-number.rules';

@InputType({ description: 'A bank card.' })
export class BankCardInput {
  @Field({
    description: `The number as printed, ${digitsMin} to ${digitsMax} digits, e.g. 4111 1111 1111 1111; spaces are fine. It goes to the provider and is never kept.`,
  })
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: `Name on the card, as printed, e.g. LI MEI; at most ${holderNameMax} characters. Goes to banks whose cardElements say so. Not kept.`,
  })
  holderName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the resident identity card, 18 characters, e.g. 11010519491231002X. For banks whose cardElements say so; goes to the bank and is never kept.',
  })
  idNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The mobile phone that the holder left with the bank, e.g. +8613800138000. For banks whose cardElements say so; goes to the bank and is never kept.',
  })
  phone?: string | null;
}

export const bankCardInput = { inputType: BankCardInput, description: 'For a bank.' };
