import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType, RemedyType } from '@bindery/subgraph';

@ObjectType('BindingReceipt', { description: 'What an unbind did (requirement 3).' })
export class BindingReceiptType {
  @Field(() => ID, { description: 'Its id, e.g. receipt_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'receipt'>;

  @Field(() => DateTimeScalar, { description: 'When the provider confirmed, UTC.' })
  at!: Date;

  @Field({ description: 'What was done, in the language of the caller.' })
  text!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Fee charged; null if none.' })
  feeCharged!: MoneyType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be undone, UTC; null if it cannot.' })
  restorableUntil!: Date | null;

  @Field(() => [RemedyType], { description: 'What can be done now, in the order to try.' })
  remedies!: RemedyType[];
}
