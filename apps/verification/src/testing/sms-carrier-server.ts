import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';

export interface CaughtSms {
  readonly messageId: string;
  readonly key: string;
  readonly to: string;
  readonly text: string;
  state: 'ACCEPTED' | 'DELIVERED' | 'FAILED';
}

export interface SmsCarrierServer {
  readonly url: string;
  readonly key: string;
  /** What was accepted, oldest first. */
  readonly messages: CaughtSms[];
  /** How many of the next requests to send are broken off after the message was taken. */
  breakOff: number;
  /** Where new messages stand when asked. */
  outcome: CaughtSms['state'];
  stop(): Promise<void>;
}

/** A carrier over real HTTP that speaks the protocol of the provider simulator's `/sms/messages`. */
export async function startSmsCarrierServer(): Promise<SmsCarrierServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const carrier: SmsCarrierServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: 'carrier-key',
    messages: [],
    breakOff: 0,
    outcome: 'DELIVERED',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${carrier.key}`) return void send(401, { code: 'KEY_REFUSED' });
    if (request.method === 'GET') {
      const message = carrier.messages.find(({ messageId }) => request.url === `/sms/messages/${messageId}`);
      return void (message
        ? send(200, { state: carrier.outcome, at: new Date().toISOString() })
        : send(404, { code: 'MESSAGE_UNKNOWN' }));
    }
    const key = String(request.headers['idempotency-key']);
    const { to, text } = (await readJson(request)) as { to: string; text: string };
    const known = carrier.messages.find((message) => message.key === key);
    if (known && known.text !== text) return void send(422, { code: 'IDEMPOTENCY_KEY_REUSED' });
    if (to.endsWith('9999')) return void send(422, { code: 'NUMBER_NOT_ACCEPTED' });
    const message = known ?? {
      messageId: `sms_${carrier.messages.length + 1}`,
      key,
      to,
      text,
      state: 'ACCEPTED' as const,
    };
    if (!known) carrier.messages.push(message);
    if (carrier.breakOff-- > 0) return void request.socket.destroy();
    send(202, { messageId: message.messageId, state: 'ACCEPTED' });
  }

  return carrier;
}
