import { Field, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { NotificationKindEnum, type NotificationKind } from '../alerts';
import { OutboundChannelEnum, type OutboundChannel } from '../recipients';

@InputType({ description: 'Whether one kind of notification is sent on one channel.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationKindEnum, { description: 'The kind, e.g. DEFAULT_CARD_CHANGED.' })
  kind!: NotificationKind;

  @Field(() => OutboundChannelEnum, { description: 'The channel, e.g. EMAIL.' })
  channel!: OutboundChannel;

  @Field({ description: 'Whether it is to be sent there.' })
  enabled!: boolean;
}

@InputType({ description: 'How the holder wants to be told; what is not named stays as it is.' })
export class SetNotificationPreferencesInput extends OnceInput {
  @Field(() => [NotificationPreferenceInput], {
    description: '1 to 100 settings; of two for the same kind and channel the last counts.',
  })
  preferences!: NotificationPreferenceInput[];
}
