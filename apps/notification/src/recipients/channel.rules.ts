import { registered, type OutboundChannel } from '../channels/registered';

export type { OutboundChannel };

/** The channels that leave the platform: they can fail, need a confirmed contact point, and preferences can switch them off. */
export const outboundChannels: readonly OutboundChannel[] = registered.map(({ code }) => code);

/** Where a notification can reach its reader. The inbox is ours and always there. */
export type Channel = 'INBOX' | OutboundChannel;
export const channels: readonly Channel[] = ['INBOX', ...outboundChannels];
