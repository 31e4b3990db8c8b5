import type { Id } from '@bindery/kernel';
import type { OutboundChannel } from './channel.rules';

/** A confirmed phone or mailbox of an account, its address sealed. */
export interface ContactPoint {
  readonly id: Id<'contact_point'>;
  readonly channel: OutboundChannel;
  readonly confirmedAt: Date;
}
