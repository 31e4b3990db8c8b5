import { mail } from './mail';
import { sms } from './sms';

/** All channels that leave the platform, one line each. The inbox is none of them: it is ours and always there. */
export const registered = [sms, mail] as const;

export type OutboundChannel = (typeof registered)[number]['code'];

export function channelOf(code: OutboundChannel): (typeof registered)[number] {
  const channel = registered.find((known) => known.code === code);
  if (!channel) throw new Error(`there is no channel ${code as string}`);
  return channel;
}
