import { ArgsType, Field } from 'type-graphql';
import { ConnectionArgs, DateTimeScalar } from '@bindery/subgraph';
import { CardChangeKindEnum } from './card-change.enums';
import type { ChangeKind } from './history.rules';

@ArgsType()
export class HistoryArgs extends ConnectionArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only changes at this moment or later, UTC.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only changes before this moment, UTC.' })
  until?: Date | null;

  @Field(() => [CardChangeKindEnum], { nullable: true, description: 'Only changes of these kinds, e.g. BOUND.' })
  kinds?: ChangeKind[] | null;
}
