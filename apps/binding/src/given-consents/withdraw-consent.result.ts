import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError, Problem } from '@bindery/subgraph';
import { BindingType, TransitionRefusedError } from '../cards';
import { ConsentType } from './consent.type';

@ObjectType({ description: 'Taken back; a card that was on its way is given up with it.' })
export class WithdrawConsentSuccess {
  @Field({ description: 'The consent.' })
  consent!: ConsentType;
}

@ObjectType({
  implements: Problem,
  description:
    'A card is bound by it: taking it off by an unbind plan, which tells what that costs and does, ends the consent.',
})
export class ConsentInUseError extends Problem {
  @Field(() => BindingType, { nullable: true, description: 'The binding to take off.' })
  inUseBy!: BindingType | null;
}

@ObjectType({ implements: Problem, description: 'Its card is off: nothing goes on under it.' })
export class ConsentEndedError extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'It opened a loan, which is not undone by taking it back; one that was not the holder’s is disputed.',
})
export class ConsentOfLoanError extends Problem {}

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  description: 'What became of withdrawConsent.',
  types: () =>
    [
      WithdrawConsentSuccess,
      ConsentInUseError,
      ConsentEndedError,
      ConsentOfLoanError,
      TransitionRefusedError,
      NotFoundError,
      InvalidInputError,
      IdempotencyKeyReusedError,
    ] as const,
});
