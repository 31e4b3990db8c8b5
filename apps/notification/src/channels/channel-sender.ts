import type { CarrierState, SendOutcome } from './carrier.rules';

/** What leaves the platform: an open address and final words. Never logged, never kept. */
export interface OutboundMessage {
  readonly to: string;
  readonly title: string;
  readonly body: string;
  /** The delivery's id. A second send with it has no second effect at a carrier that knows keys. */
  readonly idempotencyKey: string;
}

/** The port to a carrier of one channel. */
export interface ChannelSender {
  send(message: OutboundMessage): Promise<SendOutcome>;
  /** Where a message stands; asked only for those with a message id. */
  readState(messageId: string): Promise<CarrierState>;
}
