import type { Locale } from '@bindery/localisation';
import type { NotificationConfig } from '../notification.config';
import type { ChannelSender } from './channel-sender';

/** One way by which notifications leave the platform: a folder of this room with a file of its name, a line in `outbound.rules.ts` and one in `registered.ts`. */
export interface OutboundChannelModule<Code extends string = string> {
  readonly code: Code;
  /** For the schema, in English. */
  readonly description: string;
  /** A body as it is written on the channel: signed, and without links, which a forger would put in. */
  write(message: { readonly body: string; readonly critical: boolean }, locale: Locale): string;
  /** An address as its holder may see it. */
  maskAddress(address: string): string;
  connect(config: NotificationConfig): ConnectedChannel;
}

export interface ConnectedChannel {
  readonly sender: ChannelSender;
  /** Left out where nothing stays open. */
  close?(): void;
}
