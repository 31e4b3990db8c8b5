import { mailTraits } from './mail/mail.rules';
import { smsTraits } from './sms/sms.rules';

/** What rules ask of a channel that leaves the platform. */
interface ChannelTraits {
  /** Names it in the graph, in events and in tables. */
  readonly code: string;
  /** Whether a notice goes out on it while its reader has chosen nothing. */
  readonly byDefault: boolean;
  /** How many alerts one contact point gets before the last one says that more is in the app: what a message costs its reader is the channel's to know. */
  readonly alertsOfKindPerHour: number;
  readonly alertsPerHour: number;
  readonly alertsPerDay: number;
}

/** All channels that leave the platform. The inbox is none of them: it is ours and always there. */
const outbound = [smsTraits, mailTraits] as const satisfies readonly ChannelTraits[];

export type OutboundChannel = (typeof outbound)[number]['code'];

/** The channels that leave the platform: they can fail, need a confirmed contact point, and preferences can switch them off. */
export const outboundChannels: readonly OutboundChannel[] = outbound.map(({ code }) => code);

export const isOnByDefault = (channel: OutboundChannel): boolean =>
  outbound.some(({ code, byDefault }) => code === channel && byDefault);

export const limitsOf = (
  channel: OutboundChannel,
): Pick<ChannelTraits, 'alertsOfKindPerHour' | 'alertsPerHour' | 'alertsPerDay'> => {
  const traits = outbound.find(({ code }) => code === channel);
  if (!traits) throw new Error(`there is no channel ${channel}`);
  return traits;
};
