import type { OutboundChannelModule } from './channel';
import { mail } from './mail/mail';
import type { OutboundChannel } from './outbound.rules';
import { sms } from './sms/sms';

/** What carries each channel of `outbound.rules.ts`: one without its line here does not compile. */
export const registered: { readonly [Code in OutboundChannel]: OutboundChannelModule<Code> } = {
  SMS: sms,
  EMAIL: mail,
};

export function channelOf(code: OutboundChannel): OutboundChannelModule<OutboundChannel> {
  if (!Object.hasOwn(registered, code)) throw new Error(`there is no channel ${code}`);
  return registered[code];
}
