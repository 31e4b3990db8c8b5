import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs, DateTimeScalar } from '@bindery/subgraph';
import { UsageKindEnum } from './usage.enums';
import type { UsageKind } from './usage.rules';

@ArgsType()
export class UsageArgs extends ConnectionArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses at this moment or later, UTC.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only uses before this moment, UTC.' })
  until?: Date | null;

  @Field(() => [UsageKindEnum], { nullable: true, description: 'Only uses of these kinds, e.g. PAYMENT.' })
  kinds?: UsageKind[] | null;
}
