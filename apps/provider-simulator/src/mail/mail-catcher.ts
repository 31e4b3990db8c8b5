import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { newId, type Clock } from '@bindery/kernel';
import type { Component, Log, Tls } from '@bindery/service';
import { SMTPServer } from 'smtp-server';
import type { SimulatorState } from '../state/simulator-state';
import { parseMime } from './mime-message';

export interface MailCatcher extends Component {
  /** The port it listens on, once started. */
  port(): number;
}

export interface MailCatcherDeps {
  readonly state: SimulatorState;
  readonly log: Log;
  readonly clock: Clock;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** With it mail is taken over TLS only, from the first byte. */
  readonly tls?: Tls | undefined;
}

/** Larger than any notification; announced to senders and enforced. */
const mailBytesMax = 1024 * 1024;
const closeTimeoutMs = 2_000;

/** An SMTP server that takes every mail and sends none on. A mail to several people is kept once for each. */
export function createMailCatcher({ state, log, clock, host, port, tls }: MailCatcherDeps): MailCatcher {
  const server = new SMTPServer({
    ...(tls && { ...tls, secure: true }),
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mailBytesMax,
    closeTimeout: closeTimeoutMs,
    logger: false,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void (stream.byteLength <= mailBytesMax && chunks.push(chunk)));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(Object.assign(new Error('mail too large'), { responseCode: 552 }));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        keep(state, recipients, Buffer.concat(chunks), clock).then(() => callback(), callback);
      });
    },
  });
  server.on('error', (error) => log.warn({ err: error }, 'mail connection failed'));

  return {
    name: 'mail',
    port: () => (server.server.address() as AddressInfo).port,
    async start() {
      await once(server.listen(port, host), 'listening');
      log.info({ port: (server.server.address() as AddressInfo).port }, 'catching mail');
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Resolves when the mail is on disk. */
async function keep(state: SimulatorState, recipients: readonly string[], source: Buffer, clock: Clock): Promise<void> {
  const mail = await parseMime(source);
  for (const to of recipients) {
    const id = newId('mail');
    state.messages.put(id, { id, channel: 'EMAIL', to, ...mail, at: clock.now().toISOString() });
  }
  await state.flushed();
}
