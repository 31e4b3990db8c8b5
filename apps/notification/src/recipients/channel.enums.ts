import { enumOf } from '@bindery/subgraph';
import { channelOf } from '../channels';
import { channels, outboundChannels, type Channel } from './channel.rules';

const words = {
  INBOX: 'The inbox in the app; always.',
  ...Object.fromEntries(outboundChannels.map((code) => [code, channelOf(code).description])),
} as Readonly<Record<Channel, string>>;

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
