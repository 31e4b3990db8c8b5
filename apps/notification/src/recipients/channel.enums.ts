import { enumOf } from '@bindery/subgraph';
import { channels, outboundChannels, type Channel } from './channel.rules';

const words: Readonly<Record<Channel, string>> = {
  INBOX: 'The inbox in the app; always.',
  SMS: 'A text message to a confirmed phone.',
  EMAIL: 'A mail to a confirmed mailbox.',
};

export const NotificationChannelEnum = enumOf(
  'NotificationChannel',
  'Where a notification reaches its reader.',
  channels,
  words,
);

export const OutboundChannelEnum = enumOf(
  'NotificationOutboundChannel',
  'A channel that preferences can switch; the inbox is always kept.',
  outboundChannels,
  words,
);
