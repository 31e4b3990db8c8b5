import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { SmsState } from '../sms-carrier';

export interface CarriedSms {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly text: string;
}

/** How the carrier treats the next sends: as told, out of order (503), not taking the number, or taking the message and losing the answer. */
type Mood = 'well' | 'down' | 'refuses' | 'loses-answers' | 'loses-one-answer';

/** A real HTTP server that speaks the carrier's protocol and remembers what it took, once for each key. */
export interface SmsCarrierServer {
  readonly url: string;
  /** The bearer key that it wants. */
  readonly key: string;
  /** What it took, oldest first. */
  readonly messages: readonly CarriedSms[];
  /** Every request to send, repetitions too. */
  readonly sends: number;
  mood: Mood;
  /** What it answers when asked for the state of a message. */
  state: SmsState;
  close(): Promise<void>;
}

const carrierKey = 'carrier-key-of-tests';

export async function startSmsCarrierServer(): Promise<SmsCarrierServer> {
  const byKey = new Map<string, CarriedSms>();
  let sends = 0;
  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${carrierKey}`) return answer(response, 401, { code: 'KEY_REFUSED' });
    if (request.method === 'POST') return void take(request, response);
    if (carrier.mood === 'down') return answer(response, 503, { code: 'DOWN' });
    const isKnown = carrier.messages.some(({ id }) => request.url === `/sms/messages/${id}`);
    if (!isKnown) return answer(response, 404, { code: 'MESSAGE_UNKNOWN' });
    answer(response, 200, { state: carrier.state, at: '2026-01-01T00:00:01.000Z' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const carrier: SmsCarrierServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: carrierKey,
    mood: 'well',
    state: 'DELIVERED',
    get messages() {
      return [...byKey.values()];
    },
    get sends() {
      return sends;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    sends += 1;
    const key = String(request.headers['idempotency-key']);
    const { to, text } = (await json(request)) as { to: string; text: string };
    if (carrier.mood === 'down') return answer(response, 503, { code: 'DOWN' });
    if (carrier.mood === 'refuses') return answer(response, 422, { code: 'NUMBER_NOT_ACCEPTED' });
    const known = byKey.get(key);
    if (known && (known.to !== to || known.text !== text))
      return answer(response, 422, { code: 'IDEMPOTENCY_KEY_REUSED' });
    const message = known ?? { id: `sms_${byKey.size + 1}`, key, to, text };
    byKey.set(key, message);
    if (carrier.mood === 'loses-answers' || carrier.mood === 'loses-one-answer') {
      if (carrier.mood === 'loses-one-answer') carrier.mood = 'well';
      return void request.socket.destroy();
    }
    answer(response, 202, { messageId: message.id, state: 'ACCEPTED' });
  }

  return carrier;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
