import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { generate } from 'selfsigned';
import { TestClock } from '@bindery/kernel';
import { createApnsClient } from './apns-client';
import { createProviderToken } from './provider-token';

interface Seen {
  readonly version: string;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const clock = new TestClock(new Date('2026-12-01T00:00:00Z'));
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pushKey = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const tokenOf = () => createProviderToken({ clock, pushKey, pushKeyId: 'KEY0000001', teamIdentifier: 'TEAM000001' });

let answer: { status: number; body: string };
let seen: Seen[] = [];
const handle = (request: Http2ServerRequest, response: Http2ServerResponse) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    seen.push({ version: request.httpVersion, path: request.url, headers: request.headers, body });
    response.writeHead(answer.status).end(answer.body);
  });
};
const listen = (server: Server) =>
  new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
const create = (baseUrl: string, ca?: string, timeoutMs = 2_000) =>
  createApnsClient({ baseUrl, topic: 'pass.example', providerToken: tokenOf(), timeoutMs, ca });

beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '' };
});

describe('the client of APNs', () => {
  it('speaks HTTP/2 with a server that offers it, as Apple’s does', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
    const server = createSecureServer({ key, cert }, handle);
    const port = await listen(server as never);
    const client = create(`https://localhost:${port}`, cert);
    expect(await client.push('f00d')).toEqual({ is: 'SENT' });
    expect(seen).toEqual([
      {
        version: '2.0',
        path: '/3/device/f00d',
        headers: expect.objectContaining({
          'apns-topic': 'pass.example',
          authorization: expect.stringMatching(/^bearer /),
        }),
        body: '{}',
      },
    ]);
    await client.close();
    server.close();
  }, 30_000);

  it('tells gone tokens from what is to be tried again, and never what was in an answer', async () => {
    const server = createServer(handle as never);
    const client = create(`http://127.0.0.1:${await listen(server)}/providers/apple-wallet`);
    const outcomeOf = (status: number, body: object | string) => {
      answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
      return client.push('../x');
    };
    expect(await outcomeOf(410, { reason: 'Unregistered', timestamp: 1_700_000_000_000 })).toEqual({
      is: 'GONE',
      at: new Date(1_700_000_000_000),
    });
    expect(await outcomeOf(400, { reason: 'BadDeviceToken' })).toEqual({ is: 'GONE', at: null });
    expect(await outcomeOf(400, { reason: 'TopicDisallowed' })).toEqual({
      is: 'FAILED',
      detail: 'status 400 TopicDisallowed',
    });
    expect(await outcomeOf(410, 'proxy')).toEqual({ is: 'FAILED', detail: 'status 410' });
    expect(await outcomeOf(503, { reason: 'Shutdown <script>' })).toEqual({ is: 'FAILED', detail: 'status 503' });
    expect(await outcomeOf(429, 'x'.repeat(100_000))).toMatchObject({ is: 'FAILED' });
    expect(seen[0]?.path).toBe('/providers/apple-wallet/3/device/..%2Fx');
    await client.close();
    server.close();
  }, 30_000);

  it('ends by its timeout, and says no more than a code where nobody listens', async () => {
    const hangs = createServer(() => undefined);
    const port = await listen(hangs);
    const client = create(`http://127.0.0.1:${port}`, undefined, 100);
    expect(await client.push('f00d')).toEqual({ is: 'FAILED', detail: expect.stringMatching(/^\w+$/) });
    await client.close();
    hangs.closeAllConnections();
    hangs.close();
    const nobody = create('http://127.0.0.1:9');
    expect(await nobody.push('f00d')).toEqual({ is: 'FAILED', detail: 'ECONNREFUSED' });
    await nobody.close();
  });
});

describe('the provider token', () => {
  it('is ES256 with Apple’s claims, the same for 40 minutes, and another before an hour is over', async () => {
    const token = tokenOf();
    const first = await token();
    expect(decodeProtectedHeader(first)).toEqual({ alg: 'ES256', kid: 'KEY0000001' });
    const { payload } = await jwtVerify(first, publicKey, { currentDate: clock.now() });
    expect(payload).toEqual({ iss: 'TEAM000001', iat: clock.now().getTime() / 1000 });
    clock.advance(39 * 60_000);
    expect(await token()).toBe(first);
    clock.advance(60_000);
    const second = await token();
    expect(second).not.toBe(first);
    expect((await jwtVerify(second, publicKey, { currentDate: clock.now() })).payload.iat).toBe(
      clock.now().getTime() / 1000,
    );
  });
});
