import type { NotificationConfig } from '../notification.config';
import type { ConnectedChannel } from './channel';
import type { ChannelSender } from './channel-sender';
import type { OutboundChannel } from './outbound.rules';
import { registered } from './registered';

export type Senders = Readonly<Record<OutboundChannel, ChannelSender>>;

/** Every channel with its carrier at the other side; `close` ends what stays open to any. */
export function connectChannels(config: NotificationConfig): { readonly senders: Senders; close(): void } {
  const connected = Object.values(registered).map((channel): [OutboundChannel, ConnectedChannel] => [
    channel.code,
    channel.connect(config),
  ]);
  return {
    senders: Object.fromEntries(connected.map(([code, { sender }]) => [code, sender])) as Senders,
    close: () => connected.forEach(([, channel]) => channel.close?.()),
  };
}
