import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '@bindery/kernel';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
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
  readonly readerChecks: { readonly key: string; readonly body: unknown; readonly signed: boolean }[];
  /** Status codes for the next webhooks; 204 when used up. */
  readonly webhookAnswers: number[];
  /** What readers are told. Where a reader keeps its answers it is signed too, of what `claims` says instead of the truth. */
  readerAnswer: { status: number; body: { good?: unknown; reason?: string }; claims?: object };
  stop(): Promise<void>;
}

type ReaderKeys = Readonly<Record<string, { readonly r1: string }>>;

/** A CloudEvent says in `type` and `data` what others say in a body. */
// Tests read the bodies of every message.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const plainBody = (body: any): any =>
  body.specversion === '1.0'
    ? { ...body.data, type: body.type.replace(/^example\.access-control\.(.*)\.v1$/, '$1') }
    : body;

export async function startFakePlatform(
  secrets: Readonly<Record<string, string>>,
  readerKeys: ReaderKeys,
  clock: Clock = systemClock,
): Promise<FakePlatform> {
  const answers = await createAnswers();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    if (path === '/.well-known/jwks.json') return void response.end(answers.keys);
    const payload = await textOf(request);
    if (path === '/reader-checks') {
      const { status, body, claims } = platform.readerAnswer;
      const key = String(request.headers['reader-key']);
      const [provider = '', kid = ''] = key.split('/');
      const secret = (readerKeys[provider] as Readonly<Record<string, string>> | undefined)?.[kid] ?? '';
      const question = JSON.parse(payload) as { credentialReference: string; door?: string; cache?: boolean };
      platform.readerChecks.push({
        key,
        body: question,
        signed: checkSignature(secret, request.headers, payload, clock.now()).ok,
      });
      const { credentialReference: sub, door } = question;
      const answer = question.cache && (await answers.sign({ aud: provider, sub, door, ...body, ...claims }));
      return void response.writeHead(status).end(JSON.stringify({ ...body, ...(answer && { answer }) }));
    }
    const body = plainBody(JSON.parse(payload)) as WebhookBody;
    const signed = checkSignature(
      secrets[path.split('/').at(-1) ?? ''] ?? '',
      request.headers,
      payload,
      clock.now(),
    ).ok;
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

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Answers as the platform signs them, and its published key. They live for thirty seconds of the real clock. */
async function createAnswers() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA', use: 'sig' }] });
  const sign = (claims: object) =>
    new SignJWT({ iss: 'bindery-binding', ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1', typ: 'reader-answer+jwt' })
      .setIssuedAt()
      .setExpirationTime('30s')
      .sign(privateKey);
  return { keys, sign };
}
