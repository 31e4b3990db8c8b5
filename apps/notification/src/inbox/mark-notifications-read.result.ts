import { IdempotencyKeyReusedError, InvalidInputError, NotFoundError } from '@bindery/subgraph';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { NotificationType } from './notification.type';

@ObjectType({ description: 'The notifications are marked as read.' })
export class MarkNotificationsReadSuccess {
  @Field(() => [NotificationType], { description: 'The notifications asked for, newest first.' })
  notifications!: NotificationType[];

  @Field(() => Int, { description: 'How many of the whole inbox are unread now.' })
  unreadCount!: number;
}

export const MarkNotificationsReadResult = createUnionType({
  name: 'MarkNotificationsReadResult',
  description: 'Success, or why nothing was done.',
  types: () => [MarkNotificationsReadSuccess, NotFoundError, InvalidInputError, IdempotencyKeyReusedError] as const,
});
