import type { Id } from '@bindery/kernel';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, MoneyType } from '@bindery/subgraph';
import { UsageKindEnum, UseConcernEnum } from './usage.enums';
import type { UseConcern } from './usage.rules';

@ObjectType('UsageRecord', { description: 'One use of a card; it outlives the binding (requirement 15).' })
export class UsageRecordType {
  @Field(() => ID, { description: 'Its id, e.g. usage_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'usage'>;

  @Field(() => DateTimeScalar, { description: 'When, UTC.' })
  at!: Date;

  @Field(() => UsageKindEnum, { description: 'What it was used for, e.g. PAYMENT.' })
  kind!: keyof typeof UsageKindEnum;

  @Field({ description: 'The use in words, in the language of the caller.' })
  text!: string;

  @Field(() => MoneyType, { nullable: true, description: 'What was paid; null when nothing was.' })
  amount!: MoneyType | null;

  @Field({ description: 'Door or merchant, in the language of the caller.' })
  place!: string;

  @Field(() => ID, {
    description:
      'Id of the binding it was used by, which openDispute takes with the id of the use, e.g. binding_01h455vb4pex5vsknk084sn02q.',
  })
  bindingId!: Id<'binding'>;

  @Field(() => UseConcernEnum, {
    nullable: true,
    description: 'What is wrong about it, e.g. WHILE_HELD, which `text` says too; null where nothing is.',
  })
  concern!: UseConcern | null;

  /** For the field resolver. */
  cardId!: Id<'card'>;
}

@ObjectType('UsageRecordConnection', { description: 'A page of uses, the newest first.' })
export class UsageRecordConnection extends connectionOf('UsageRecord', () => UsageRecordType) {
  @Field(() => Int, { description: 'How many uses the whole list has, as filtered.' })
  totalCount!: Promise<number>;
}
