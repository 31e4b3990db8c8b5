import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@bindery/kernel';
import { createTransport } from 'nodemailer';
import { toMailError, type MailError } from './mail-errors';

export type { MailError } from './mail-errors';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Names the send. SMTP cannot refuse a second one, but both carry the same Message-ID, by which mailboxes and people can tell. */
  readonly idempotencyKey: string;
}

export interface Mailer {
  send(mail: Mail): Promise<Result<{ readonly messageId: string }, MailError>>;
  /** Closes the connections kept open. */
  close(): void;
}

export interface MailerConfig {
  /** `smtp://` or `smtps://`, with user and password in it where the server wants them. */
  readonly url: string;
  /** Sender as people see it: `Bindery <no-reply@bindery.example>`. */
  readonly from: string;
  readonly timeoutMs?: number;
}

/** For connecting, greeting and each silence; a healthy server answers within one second. */
const timeoutMsDefault = 10_000;
/** Enough for one sending process; servers limit what one sender may open. */
const connectionsMax = 3;

/** Sends mail over SMTP (RFC 5321) on a few kept connections. It never tries again by itself: the caller's job does. */
export function createMailer({ url, from, timeoutMs = timeoutMsDefault }: MailerConfig): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connectionsMax,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A mail is made of words only: nothing in it may make the mailer read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

  return {
    async send({ to, subject, text, html, idempotencyKey }) {
      const messageId = `<${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40)}@${domain}>`;
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId,
          headers: { 'auto-submitted': 'auto-generated' },
        });
        return ok({ messageId });
      } catch (error) {
        return err(toMailError(error));
      }
    },
    close: () => transport.close(),
  };
}
