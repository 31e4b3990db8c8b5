import { createUnionType, Directive, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, listOfAbout, NotFoundError } from '@bindery/subgraph';
import { CardType } from '../cards';
import { CardNotUsableError } from './card-not-usable.type';

@ObjectType({ description: 'The card is the default.' })
export class SetDefaultCardSuccess {
  @Field({ description: 'The card.' })
  card!: CardType;
}

export const SetDefaultCardResult = createUnionType({
  name: 'SetDefaultCardResult',
  description: 'What became of setDefaultCard.',
  types: () =>
    [SetDefaultCardSuccess, CardNotUsableError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});

@ObjectType({ description: 'The order is kept.' })
export class SetPaymentOrderSuccess {
  @Directive(listOfAbout(5))
  @Field(() => [CardType], { description: 'The cards that can pay now, in the order in which they are tried.' })
  paymentOrder!: CardType[];
}

export const SetPaymentOrderResult = createUnionType({
  name: 'SetPaymentOrderResult',
  description: 'What became of setPaymentOrder.',
  types: () =>
    [SetPaymentOrderSuccess, CardNotUsableError, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
