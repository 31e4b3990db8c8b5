import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@bindery/subgraph';
import { RestoreStrategyEnum } from '../catalogue';

@ObjectType('BindingRestorable', { description: 'How an unbound card can come back.' })
export class BindingRestorableType {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when, UTC; null while an open dispute keeps it restorable, for nobody knows how long.',
  })
  until!: Date | null;

  @Field(() => RestoreStrategyEnum, { description: 'How, e.g. REACTIVATE.' })
  strategy!: keyof typeof RestoreStrategyEnum;
}
