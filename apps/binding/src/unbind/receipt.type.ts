import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType, RemedyType } from '@bindery/subgraph';

@ObjectType('FeeRefund', { description: 'A fee that was given back.' })
export class FeeRefundType {
  @Field({ description: 'What was given back.' })
  amount!: MoneyType;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;
}

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

  @Field(() => FeeRefundType, {
    nullable: true,
    description: 'What was given back of it, after a dispute was upheld; null if nothing.',
  })
  feeRefunded!: FeeRefundType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it can be undone, UTC; null if it cannot.' })
  restorableUntil!: Date | null;

  /** For fields that other rooms add. */
  bindingId!: Id<'binding'> | null;

  @Field(() => [RemedyType], { description: 'What can be done now, in the order to try.' })
  remedies!: RemedyType[];
}
