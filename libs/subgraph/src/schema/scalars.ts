import { GraphQLSafeInt } from 'graphql-scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

export {
  GraphQLDateTime as DateTimeScalar,
  GraphQLDuration as DurationScalar,
  GraphQLJSONObject as JsonObjectScalar,
} from 'graphql-scalars';

/** A whole number up to 2^53 - 1 either way, on the wire a JSON number as any other: for amounts, which an Int ends at 21 million yuan. */
export const SafeIntScalar = GraphQLSafeInt;

@Directive('@shareable')
@ObjectType('Money', { description: 'An amount of money.' })
export class MoneyType {
  @Field(() => SafeIntScalar, { description: 'In minor units of the currency: 500 with CNY is 5.00 yuan.' })
  value!: number;

  @Field({ description: 'ISO 4217 code, e.g. CNY.' })
  currency!: string;
}
