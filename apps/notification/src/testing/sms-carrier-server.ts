import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CarriedSms {
  readonly id: string;
  readonly key: string;
  readonly to: string;
  readonly text: string;
}

/** How the carrier treats the next sends: as told, out of order (503), or taking the message and losing the answer. */
type Mood = 'well' | 'down' | 'loses-answers' | 'refuses';

/** A real HTTP server that speaks the carrier's protocol and remembers what it took, once for each key. */
export interface SmsCarrierServer {
  readonly url: string;
  readonly messages: readonly CarriedSms[];
  /** Every request to send, repetitions too. */
  readonly sends: number;
  mood: Mood;
  /** What it answers when asked for the state of a message. */
  state: 'ACCEPTED' | 'DELIVERED' | 'FAILED';
  close(): Promise<void>;
}

export const carrierKey = 'carrier-key-of-tests';

export async function startSmsCarrierServer(): Promise<SmsCarrierServer> {
  const byKey = new Map<string, CarriedSms>();
  const carrier = { sends: 0, mood: 'well' as Mood, state: 'DELIVERED' as SmsCarrierServer['state'] };

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    carrier.sends += 1;
    const key = String(request.headers['idempotency-key']);
    const { to, text } = JSON.parse(await bodyOf(request)) as { to: string; text: string };
    if (carrier.mood === 'down') return answer(response, 503, { code: 'DOWN' });
    if (carrier.mood === 'refuses') return answer(response, 422, { code: 'NUMBER_NOT_ACCEPTED' });
    const known = byKey.get(key);
    if (known && (known.to !== to || known.text !== text))
      return answer(response, 422, { code: 'IDEMPOTENCY_KEY_REUSED' });
    const message = known ?? { id: `sms_${byKey.size + 1}`, key, to, text };
    byKey.set(key, message);
    if (carrier.mood === 'loses-answers') return void request.socket.destroy();
    answer(response, 202, { messageId: message.id, state: 'ACCEPTED' });
  }

  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${carrierKey}`) return answer(response, 401, { code: 'KEY_REFUSED' });
    if (request.method === 'POST') return void take(request, response);
    if (carrier.mood === 'down') return answer(response, 503, { code: 'DOWN' });
    answer(response, 200, { state: carrier.state, at: '2026-01-01T00:00:01.000Z' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.defineProperties(Object.assign(carrier, { url, close }), {
    messages: { get: () => [...byKey.values()] },
  }) as typeof carrier & SmsCarrierServer;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
