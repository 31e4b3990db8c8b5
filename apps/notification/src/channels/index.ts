export type { SendOutcome } from './carrier.rules';
export type { ChannelSender } from './channel-sender';
export { connectChannels, type Senders } from './connect-channels';
export { channelOf } from './registered';
export { limitsOf } from './outbound.rules';
