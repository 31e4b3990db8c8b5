import type { Id } from '@bindery/kernel';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar } from '@bindery/subgraph';
import { HoldOwnerEnum } from '../cards';
import type { HoldOutcome, StaffHoldReason } from './staff-hold.rules';
import { StaffHoldOutcomeEnum, StaffHoldReasonEnum } from './staff-holds.enums';

@ObjectType('StaffHold', { description: 'A hold of a card by our own people, with what only they are told.' })
export class StaffHoldType {
  @Field(() => ID, { description: 'Its id, e.g. hold_01h455vb4pex5vsknk084sn02q; not one for node.' })
  id!: Id<'hold'>;

  @Field(() => ID, { description: 'Id of the card, e.g. card_01h455vb4pex5vsknk084sn02q.' })
  cardId!: Id<'card'>;

  @Field(() => HoldOwnerEnum, { description: 'Whose hold it is, as the holder sees it, e.g. RISK.' })
  owner!: keyof typeof HoldOwnerEnum;

  @Field(() => StaffHoldReasonEnum, { description: 'Why, e.g. UNUSUAL_USE.' })
  reason!: StaffHoldReason;

  @Field({ description: 'Why, in words for our own people.' })
  words!: string;

  @Field(() => ID, {
    description: 'Id of the account of who laid it, e.g. account_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  laidBy!: Id<'account'>;

  @Field(() => DateTimeScalar, { description: 'When it was laid, UTC.' })
  laidAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was lifted, in words for our own people.' })
  liftedWords!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the account of who lifted it, e.g. account_01h455vb4pex5vsknk084sn02q; not one for node.',
  })
  liftedBy!: Id<'account'> | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was lifted, UTC.' })
  liftedAt!: Date | null;
}

@ObjectType('StaffHoldConnection', { description: 'A page of holds, the oldest first.' })
export class StaffHoldConnection extends connectionOf('StaffHold', () => StaffHoldType) {}

@ObjectType('StaffHoldBinding', { description: 'What became of one binding of a card that is held, or freed.' })
export class StaffHoldBindingType {
  @Field(() => ID, { description: 'Id of the binding, e.g. binding_01h455vb4pex5vsknk084sn02q.' })
  bindingId!: Id<'binding'>;

  @Field(() => StaffHoldOutcomeEnum, { description: 'What became of it, e.g. HELD.' })
  outcome!: HoldOutcome;
}
