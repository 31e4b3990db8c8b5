import type { Id } from '@bindery/kernel';
import { DateTimeScalar, NodeInterface } from '@bindery/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { NotificationActionKindEnum, NotificationKindEnum, type ActionKind, type NotificationKind } from '../alerts';

@ObjectType('NotificationAction', { description: 'The one thing to do about a notification.' })
export class NotificationActionType {
  @Field(() => NotificationActionKindEnum, { description: 'Stable name, e.g. OPEN_CARD.' })
  kind!: ActionKind;

  @Field({ description: 'Where it is done, e.g. bindery://wallet/cards/card_01h455vb4pex5vsknk084sn02q.' })
  url!: string;
}

@ObjectType('NotificationSubject', { description: 'What a notification is about.' })
export class NotificationSubjectType {
  @Field(() => ID, {
    nullable: true,
    description: 'The card, e.g. card_01h455vb4pex5vsknk084sn02q; null where the fact does not name it.',
  })
  cardId!: Id<'card'> | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The binding, e.g. binding_01h455vb4pex5vsknk084sn02q; null where the fact does not name it.',
  })
  bindingId!: Id<'binding'> | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Notification', { implements: NodeInterface, description: 'Something the holder was told.' })
export class NotificationType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. notification_01h455vb4pex5vsknk084sn02q.' })
  override id!: Id<'notification'>;

  @Field(() => NotificationKindEnum, { description: 'What it is about, e.g. CARD_UNBOUND.' })
  kind!: NotificationKind;

  @Field({ description: 'One short line, in the language of the caller.' })
  title!: string;

  @Field({
    description:
      'What happened and what can be done, in the language of the caller; moments in the time zone of the account.',
  })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was put into the inbox, UTC.' })
  sentAt!: Date;

  @Field({ description: 'Whether it is an alert that preferences cannot switch off.' })
  critical!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was marked as read, UTC; null while unread.' })
  readAt!: Date | null;

  @Field(() => NotificationActionType, {
    nullable: true,
    description: 'What can be done about it; null when there is nothing to do.',
  })
  action!: NotificationActionType | null;

  @Field(() => NotificationSubjectType, {
    nullable: true,
    description: 'The card it is about; null when it is about the account.',
  })
  subject!: NotificationSubjectType | null;
}
