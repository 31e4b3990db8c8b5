import { DateTimeScalar } from '@bindery/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { NotificationChannelEnum, type Channel } from '../recipients';
import { NotificationDeliveryStateEnum } from './deliveries.enums';
import type { DeliveryState } from './delivery-state.rules';

@ObjectType('NotificationDelivery', { description: 'A notification on its way on one channel.' })
export class NotificationDeliveryType {
  @Field(() => NotificationChannelEnum, { description: 'The way it takes, e.g. SMS.' })
  channel!: Channel;

  @Field(() => NotificationDeliveryStateEnum, { description: 'How far it came, e.g. DELIVERED.' })
  state!: DeliveryState;

  @Field(() => DateTimeScalar, { description: 'When it came to this state, UTC.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Where it goes, masked, e.g. +86 ••• 01; null for the inbox.' })
  maskedTo!: string | null;
}
