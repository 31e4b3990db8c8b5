import { connectionOf } from '@bindery/subgraph';
import { Field, Int, ObjectType } from 'type-graphql';
import { NotificationType } from './notification.type';

export const NotificationConnection = connectionOf('Notification', () => NotificationType);

@ObjectType({ description: 'A page of what the holder was told, newest first.' })
export class InboxConnection extends NotificationConnection {
  @Field(() => Int, { description: 'How many notifications of the whole inbox are unread.' })
  unreadCount!: number;
}
