import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ConnectionArgs, DateTimeScalar, SafeIntScalar } from '@bindery/subgraph';
import { filterListMax } from './usage-filter.rules';
import { UsageKindEnum } from './usage.enums';
import type { UsageKind } from './usage.rules';

@InputType({ description: 'Whole calendar days of a time zone.' })
class UsageDaysInput {
  @Field({ description: 'The first day, e.g. 2026-03-01.' })
  first!: string;

  @Field({ description: 'The last day, itself too, e.g. 2026-03-31; not before the first.' })
  last!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whose days they are, as IANA names zones, e.g. Asia/Shanghai; those of the account when left out.',
  })
  timeZone?: string | null;
}

@InputType({ description: 'Amounts of one currency, both ends included.' })
class UsageAmountInput {
  @Field({ description: 'ISO 4217 code, e.g. CNY.' })
  currency!: string;

  @Field(() => SafeIntScalar, { nullable: true, description: 'The least, in minor units, e.g. 1000 for 10.00 yuan.' })
  least?: number | null;

  @Field(() => SafeIntScalar, { nullable: true, description: 'The most, in minor units, e.g. 5000 for 50.00 yuan.' })
  most?: number | null;
}

@InputType({ description: 'Which uses: those that everything said here lets through.' })
export class UsageFilterInput {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses at this moment or later, UTC.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses before this moment, UTC.' })
  until?: Date | null;

  @Field(() => UsageDaysInput, { nullable: true, description: 'Only uses on these calendar days.' })
  days?: UsageDaysInput | null;

  @Field(() => [UsageKindEnum], { nullable: true, description: 'Only uses of these kinds, e.g. PAYMENT.' })
  kinds?: UsageKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only at these providers, by code, e.g. seaside-bank; 1 to ${filterListMax}.`,
  })
  providers?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Only of these cards, e.g. card_01h455vb4pex5vsknk084sn02q; 1 to ${filterListMax}, taken off ones too.`,
  })
  cards?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only at these doors or merchants, by their whole name in either language; 1 to ${filterListMax}.`,
  })
  places?: string[] | null;

  @Field(() => UsageAmountInput, { nullable: true, description: 'Only payments of such an amount.' })
  amount?: UsageAmountInput | null;
}

@ArgsType()
export class AccountUsageArgs extends ConnectionArgs {
  @Field(() => UsageFilterInput, { nullable: true, description: 'Which of them; all when it is left out.' })
  filter?: UsageFilterInput | null;
}

@ArgsType()
export class UsageArgs extends AccountUsageArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses at this moment or later, UTC.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses before this moment, UTC.' })
  until?: Date | null;

  @Field(() => [UsageKindEnum], { nullable: true, description: 'Only uses of these kinds, e.g. PAYMENT.' })
  kinds?: UsageKind[] | null;
}
