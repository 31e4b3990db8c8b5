import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { RestoreStrategyEnum } from '../catalogue';

@ObjectType('BindingRestorable', { description: 'How an unbound card can come back.' })
export class BindingRestorableType {
  @Field(() => DateTimeScalar, { description: 'Until when, UTC: the end of the window.' })
  until!: Date;

  @Field({ description: 'True while an open dispute keeps it restorable past `until`, for nobody knows how long.' })
  extendedByDispute!: boolean;

  @Field(() => RestoreStrategyEnum, { description: 'How, e.g. REACTIVATE.' })
  strategy!: keyof typeof RestoreStrategyEnum;
}
