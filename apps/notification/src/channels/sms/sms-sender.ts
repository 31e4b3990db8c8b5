import { canSendAgain, type SmsCarrier } from '@bindery/delivery-channels';
import type { ChannelSender } from '../channel-sender';

/** SMS through the carrier, which knows keys and tells the state of a message. */
export function createSmsSender(carrier: SmsCarrier): ChannelSender {
  return {
    async send({ to, body, idempotencyKey }) {
      const sent = await carrier.send({ to, text: body, idempotencyKey });
      if (sent.ok) return { kind: 'TAKEN', messageId: sent.value.messageId };
      const { error } = sent;
      // Our text changed (a new release) after a send of unknown outcome: the carrier says that it has the first one.
      if (error.kind === 'IDEMPOTENCY_KEY_REUSED') return { kind: 'TAKEN', messageId: null };
      if (!canSendAgain(error)) return { kind: 'NEVER', cause: error.kind };
      return {
        kind: 'NOT_NOW',
        cause: error.kind,
        retryAfterMs: error.kind === 'CARRIER_BUSY' ? error.retryAfterMs : undefined,
      };
    },
    async readState(messageId) {
      const state = await carrier.readState(messageId);
      if (state.ok) return state.value.state;
      return state.error.kind === 'MESSAGE_UNKNOWN' ? 'UNKNOWN' : 'UNCLEAR';
    },
  };
}
