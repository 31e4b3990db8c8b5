/** Where a notification can reach its reader. The inbox is ours and always there; the others need a confirmed contact point. */
export const channels = ['INBOX', 'SMS', 'EMAIL'] as const;
export type Channel = (typeof channels)[number];

/** The channels that leave the platform: they can fail, and preferences can switch them off. */
export const outboundChannels = ['SMS', 'EMAIL'] as const;
export type OutboundChannel = (typeof outboundChannels)[number];
