import { Field, InputType } from 'type-graphql';

@InputType({ description: 'Whose account at a lender it is. Handed on to the lender once, and not kept.' })
export class LenderAccountInput {
  @Field({ description: 'The name as it stands on the identity card, e.g. 李雷. Not kept.' })
  holderName!: string;

  @Field({
    description:
      'The number of the resident identity card: 17 digits and a check digit (GB 11643), e.g. 11010519491231002X. Not kept.',
  })
  idNumber!: string;
}

export const lenderAccountInput = { inputType: LenderAccountInput, description: 'For an account at a lender.' };
