import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkSignature } from '../signatures/signature';
import type { WebhookBody } from '../records/outgoing-webhook';

export interface TakenWebhook {
  readonly id: string;
  readonly path: string;
  readonly body: WebhookBody;
  readonly signed: boolean;
}

/** The platform's side of the protocol, for tests: takes webhooks and answers readers as told. */
export interface FakePlatform {
  readonly url: string;
  /** Webhooks in the order they came, refused ones too. */
  readonly webhooks: TakenWebhook[];
  readonly readerChecks: { readonly body: unknown; readonly signed: boolean }[];
  /** Status codes for the next webhooks; 204 when used up. */
  readonly webhookAnswers: number[];
  /** What readers are told. */
  readerAnswer: { status: number; body: unknown };
  stop(): Promise<void>;
}

export async function startFakePlatform(secrets: Readonly<Record<string, string>>): Promise<FakePlatform> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const payload = Buffer.concat(chunks).toString();
    const body = JSON.parse(payload);
    const path = request.url ?? '';
    const provider = path === '/reader-checks' ? body.provider : path.split('/').at(-1);
    const signed = checkSignature(secrets[provider] ?? '', request.headers, payload).ok;
    if (path === '/reader-checks') {
      platform.readerChecks.push({ body, signed });
      return void response.writeHead(platform.readerAnswer.status).end(JSON.stringify(platform.readerAnswer.body));
    }
    platform.webhooks.push({ id: String(request.headers['webhook-id']), path, body, signed });
    response.writeHead(platform.webhookAnswers.shift() ?? 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const platform: FakePlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webhooks: [],
    readerChecks: [],
    webhookAnswers: [],
    readerAnswer: { status: 200, body: { good: true, reason: 'ACTIVE' } },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return platform;
}
