import { Field, ObjectType } from 'type-graphql';
import { NotificationKindEnum, type NotificationKind } from '../alerts';
import { OutboundChannelEnum, type OutboundChannel } from '../recipients';

@ObjectType('NotificationChannelPreference', { description: 'Whether a kind of notification is sent on a channel.' })
export class ChannelPreferenceType {
  @Field(() => OutboundChannelEnum, { description: 'The channel, e.g. EMAIL.' })
  channel!: OutboundChannel;

  @Field({ description: 'Whether it is sent there, if the account has a confirmed contact point for it.' })
  enabled!: boolean;
}

@ObjectType('NotificationPreference', {
  description: 'How the holder wants to be told about one kind of thing. The inbox always has it.',
})
export class NotificationPreferenceType {
  @Field(() => NotificationKindEnum, { description: 'The kind, e.g. DEFAULT_CARD_CHANGED.' })
  kind!: NotificationKind;

  @Field({ description: 'The kind in words, in the language of the caller.' })
  title!: string;

  @Field({ description: 'True if it cannot be switched off.' })
  critical!: boolean;

  @Field(() => [ChannelPreferenceType], { description: 'The channels besides the inbox.' })
  channels!: ChannelPreferenceType[];
}
