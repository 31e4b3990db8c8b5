import type { Id } from '@bindery/kernel';
import { Field, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar, MoneyType } from '@bindery/subgraph';
import { CardType, DeviceType } from '../cards';
import { RestoreStrategyEnum } from '../catalogue';
import { UnbindEffectSeverityEnum } from './unbind-plan.enums';

@InterfaceType('UnbindEffect', {
  description: 'One thing that an unbind would do.',
  autoRegisterImplementations: false,
})
export abstract class UnbindEffect {
  @Field(() => UnbindEffectSeverityEnum, { description: 'How much it matters.' })
  severity!: keyof typeof UnbindEffectSeverityEnum;

  @Field({ description: 'The effect in words, in the language of the caller.' })
  text!: string;
}

@ObjectType({ implements: UnbindEffect, description: 'Another card becomes the default (requirement 17).' })
export class DefaultMovesEffect extends UnbindEffect {
  @Field(() => CardType, { nullable: true, description: 'The default afterwards.' })
  to!: CardType | null;

  toCardId!: Id<'card'>;
}

@ObjectType({ implements: UnbindEffect, description: 'No card is left that could be the default (requirement 17).' })
export class NoDefaultLeftEffect extends UnbindEffect {}

@ObjectType({ implements: UnbindEffect, description: 'The card leaves one device and stays on others.' })
export class DevicesEffect extends UnbindEffect {
  @Field(() => DeviceType, { nullable: true, description: 'The device that the card is taken off.' })
  leaves!: DeviceType | null;

  @Field(() => [DeviceType], { description: 'The devices that it stays bound on; empty when there is none.' })
  stays!: DeviceType[];
}

@ObjectType({ implements: UnbindEffect, description: 'Doors will not open any more (requirement 9).' })
export class DoorsLostEffect extends UnbindEffect {
  @Field({ description: 'Name of the site, in the language of the caller.' })
  site!: string;

  @Field(() => [String], { description: 'Names of the doors, in the language of the caller.' })
  doors!: string[];

  @Field(() => DateTimeScalar, {
    description: 'By when the last offline reader knows, if unbound before the quote ends, UTC.',
  })
  offlineUntil!: Date;
}

@ObjectType({ implements: UnbindEffect, description: 'The unbind costs something (requirement 11).' })
export class FeeEffect extends UnbindEffect {
  @Field({ description: 'The amount; it is never exceeded.' })
  amount!: MoneyType;

  @Field({ description: 'Where the fee is written, in the language of the caller.' })
  source!: string;
}

@ObjectType({ implements: UnbindEffect, description: 'It can be undone for a while (requirement 12).' })
export class RestorableEffect extends UnbindEffect {
  @Field(() => DateTimeScalar, { description: 'Until when at least, UTC.' })
  until!: Date;

  @Field(() => RestoreStrategyEnum, { description: 'How, e.g. REACTIVATE.' })
  strategy!: keyof typeof RestoreStrategyEnum;
}

@ObjectType({ implements: UnbindEffect, description: 'It cannot be undone, only bound anew (requirement 12).' })
export class NotRestorableEffect extends UnbindEffect {}

@ObjectType({ implements: UnbindEffect, description: 'A balance is unspent (requirement 16).' })
export class BalanceEffect extends UnbindEffect {
  @Field({ description: 'The balance.' })
  amount!: MoneyType;
}

@ObjectType({ implements: UnbindEffect, description: 'A payment is pending (requirement 16).' })
export class PendingPaymentEffect extends UnbindEffect {
  @Field({ description: 'What is pending.' })
  amount!: MoneyType;
}

@ObjectType({ implements: UnbindEffect, description: 'A recurring payment runs (requirement 16).' })
export class MandateEffect extends UnbindEffect {
  @Field({ description: 'Who collects.' })
  merchant!: string;
}

@ObjectType({ implements: UnbindEffect, description: 'The physical card still works (requirement 9).' })
export class PhysicalCardWorksEffect extends UnbindEffect {}

@ObjectType({ implements: UnbindEffect, description: 'Payments, bills and usage records stay (requirement 15).' })
export class HistoryStaysEffect extends UnbindEffect {}

/** Types that only the interface leads to. */
export const unbindEffectTypes = [
  DefaultMovesEffect,
  NoDefaultLeftEffect,
  DoorsLostEffect,
  FeeEffect,
  RestorableEffect,
  NotRestorableEffect,
  BalanceEffect,
  PendingPaymentEffect,
  MandateEffect,
  DevicesEffect,
  PhysicalCardWorksEffect,
  HistoryStaysEffect,
];
