import { Directive, Field, Int, ObjectType } from 'type-graphql';

export { GraphQLDateTime as DateTimeScalar, GraphQLDuration as DurationScalar } from 'graphql-scalars';

@Directive('@shareable')
@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => Int, { description: 'In minor units of the currency: 500 with CNY is 5.00 yuan.' })
  value!: number;

  @Field({ description: 'ISO 4217 code, e.g. CNY.' })
  currency!: string;
}
