import { createUnionType, Field, ObjectType } from 'type-graphql';
import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
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
