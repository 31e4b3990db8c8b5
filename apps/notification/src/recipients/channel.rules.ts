import { outboundChannels, type OutboundChannel } from '../channels/outbound.rules';

export { outboundChannels, type OutboundChannel };

/** Where a notification can reach its reader. The inbox is ours and always there. */
export type Channel = 'INBOX' | OutboundChannel;
export const channels: readonly Channel[] = ['INBOX', ...outboundChannels];
