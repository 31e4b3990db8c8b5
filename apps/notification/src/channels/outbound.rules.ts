import { mailTraits } from './mail/mail.rules';
import { smsTraits } from './sms/sms.rules';

/** What rules ask of a channel that leaves the platform. */
interface ChannelTraits {
  /** Names it in the graph, in events and in tables. */
  readonly code: string;
  /** Whether a notice goes out on it while its reader has chosen nothing. */
  readonly byDefault: boolean;
}

/** All channels that leave the platform. The inbox is none of them: it is ours and always there. */
const outbound = [smsTraits, mailTraits] as const satisfies readonly ChannelTraits[];

export type OutboundChannel = (typeof outbound)[number]['code'];

/** The channels that leave the platform: they can fail, need a confirmed contact point, and preferences can switch them off. */
export const outboundChannels: readonly OutboundChannel[] = outbound.map(({ code }) => code);

export const isOnByDefault = (channel: OutboundChannel): boolean =>
  outbound.some(({ code, byDefault }) => code === channel && byDefault);
