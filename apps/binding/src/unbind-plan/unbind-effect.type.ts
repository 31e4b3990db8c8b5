import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { DateTimeScalar, listOfAbout, MoneyType } from '@bindery/subgraph';
import { CardType, DeviceType } from '../cards';
import { RestoreStrategyEnum } from '../catalogue';
import { DisputeMatterEnum, type DisputeMatter } from '../disputes';
import { ReaderLineEnum, UnbindEffectSeverityEnum } from './unbind-plan.enums';
import { MandateType } from './obligation.type';

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

@ObjectType({
  implements: UnbindEffect,
  description: 'From when on the card cannot be used, and by when that is settled.',
})
export class TakesEffectEffect extends UnbindEffect {
  @Field(() => DateTimeScalar, {
    description:
      'By when the provider has confirmed, or people look into it, if unbound before the quote ends, UTC. The card cannot be used from the request on.',
  })
  settledUntil!: Date;
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

@ObjectType('DoorReader', { description: 'A reader that has to forget the card.' })
export class DoorReaderType {
  @Field(() => ID, { description: 'The provider’s name for it, e.g. riverside-garage; not one for node.' })
  id!: string;

  @Field({ description: 'Its door, in the language of the caller.' })
  name!: string;

  @Field(() => ReaderLineEnum, { description: 'Whether it has a line, e.g. OFFLINE.' })
  line!: keyof typeof ReaderLineEnum;

  @Field(() => DateTimeScalar, {
    description: 'When it has forgotten the card at the latest, if unbound before the quote ends, UTC.',
  })
  worstCaseUntil!: Date;

  @Field({ description: 'The same in words, in the language of the caller.' })
  text!: string;
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

  @Directive(listOfAbout(5))
  @Field(() => [DoorReaderType], { description: 'Every reader that opens to the card, each with its own worst case.' })
  readers!: DoorReaderType[];
}

@ObjectType({ implements: UnbindEffect, description: 'The unbind costs something (requirement 11).' })
export class FeeEffect extends UnbindEffect {
  @Field({ description: 'The amount; it is never exceeded.' })
  amount!: MoneyType;

  @Field({ description: 'Where the fee is written, in the language of the caller.' })
  source!: string;

  @Field(() => DateTimeScalar, {
    description: 'Until when at least the unbind can be disputed, UTC; if that is upheld, the fee is paid back.',
  })
  refundableUntil!: Date;
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

  @Field(() => MandateType, { description: 'All that the provider says of it.' })
  mandate!: MandateType;
}

@ObjectType({ implements: UnbindEffect, description: 'A loan is not paid back (requirement 16).' })
export class LoanEffect extends UnbindEffect {
  @Field({ description: 'What is not paid back, as its lender says now.' })
  outstanding!: MoneyType;

  @Field(() => String, {
    nullable: true,
    description: 'Day of the next repayment, e.g. 2026-02-01; null when none is due.',
  })
  nextRepaymentOn!: string | null;
}

@ObjectType({
  implements: UnbindEffect,
  description: 'The holder has disputed something of the card; that is decided all the same (requirement 40).',
})
export class DisputeOpenEffect extends UnbindEffect {
  @Field(() => DisputeMatterEnum, { description: 'What it is about, e.g. UNAUTHORISED_USE; Binding.disputes has it.' })
  about!: DisputeMatter;
}

@ObjectType({
  implements: UnbindEffect,
  description:
    'The agreement that was signed at the provider ends there: nothing is collected under it any more, and it does not come back.',
})
export class AgreementEndsEffect extends UnbindEffect {
  @Field({ description: 'Who it was signed with, in the language of the caller, e.g. Alipay.' })
  provider!: string;
}

@ObjectType({ implements: UnbindEffect, description: 'The physical card still works (requirement 9).' })
export class PhysicalCardWorksEffect extends UnbindEffect {}

@ObjectType({
  implements: UnbindEffect,
  description: 'The keys, and all that the address holds, stay with the holder: nobody outside is told of anything.',
})
export class KeysStayEffect extends UnbindEffect {}

@ObjectType({ implements: UnbindEffect, description: 'Payments, bills and usage records stay (requirement 15).' })
export class HistoryStaysEffect extends UnbindEffect {}

/** Types that only the interface leads to. */
export const unbindEffectTypes = [
  TakesEffectEffect,
  DefaultMovesEffect,
  NoDefaultLeftEffect,
  DoorsLostEffect,
  FeeEffect,
  RestorableEffect,
  NotRestorableEffect,
  BalanceEffect,
  PendingPaymentEffect,
  MandateEffect,
  LoanEffect,
  AgreementEndsEffect,
  DevicesEffect,
  DisputeOpenEffect,
  PhysicalCardWorksEffect,
  KeysStayEffect,
  HistoryStaysEffect,
];
