import { canSendAgain, type Mailer } from '@bindery/delivery-channels';
import type { ChannelSender } from '../channel-sender';

/** Mail over SMTP. Nobody tells whether it arrived, and a repeated send is known only by its Message-ID. */
export function createMailSender(mailer: Mailer): ChannelSender {
  return {
    async send({ to, title, body, idempotencyKey }) {
      const sent = await mailer.send({ to, subject: title, text: body, idempotencyKey });
      if (sent.ok) return { kind: 'TAKEN', messageId: null };
      return { kind: canSendAgain(sent.error) ? 'NOT_NOW' : 'NEVER', cause: sent.error.kind };
    },
    readState: () => Promise.resolve('UNKNOWN'),
  };
}
