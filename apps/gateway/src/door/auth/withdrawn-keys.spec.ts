import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@bindery/testing';
import {
  generateSigningKey,
  keysAgeMaxMs,
  readSigningKey,
  signAccessToken,
  toPublicKeySet,
  type SigningKey,
} from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { createTokenVerifier, type VerifyToken } from './token-verifier';

const started = Date.now();
let past = 0;
let server: Server;
let published: string;
let fetches: number;
let verify: VerifyToken;

const after = (ms: number) => void (past = ms);
const tokenBy = async (key: SigningKey, madeAt = Date.now()) =>
  (await signAccessToken(testViewer(), new Date(madeAt), key)).token;

async function newKey() {
  const text = await generateSigningKey();
  return { key: await readSigningKey(text), published: toPublicKeySet(text) };
}

beforeEach(async () => {
  past = 0;
  fetches = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => started + past);
  server = createServer((_request, response) => {
    fetches += 1;
    if (published) response.setHeader('content-type', 'application/json').end(published);
    else response.writeHead(503).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  verify = createTokenVerifier({ jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await new Promise((done) => (server.close(done), server.closeAllConnections()));
});

describe('a signing key that was withdrawn', () => {
  it('is good for nothing a minute later: neither for a token that was seen nor for a new one', async () => {
    const [withdrawn, stays] = [await newKey(), await newKey()];
    published = withdrawn.published;
    const seen = await tokenBy(withdrawn.key);
    expect(await verify(seen)).toMatchObject({ ok: true });
    published = stays.published;
    after(keysAgeMaxMs);
    for (const token of [seen, await tokenBy(withdrawn.key), seen])
      expect(await verify(token)).toEqual({ ok: false, error: { kind: 'TOKEN_INVALID' } });
    expect(await verify(await tokenBy(stays.key))).toMatchObject({ ok: true });
  });

  it('is not believed for longer because the keys cannot be read', async () => {
    const { key, published: keys } = await newKey();
    published = keys;
    const seen = await tokenBy(key);
    expect(await verify(seen)).toMatchObject({ ok: true });
    published = '';
    after(keysAgeMaxMs / 2 + 1);
    expect(await verify(seen)).toMatchObject({ ok: true });
    after(keysAgeMaxMs);
    for (const token of [seen, await tokenBy(key)])
      expect(await verify(token)).toEqual({ ok: false, error: { kind: 'KEYS_UNAVAILABLE' } });
    published = keys;
    after(keysAgeMaxMs + 1_001);
    expect(await verify(seen)).toMatchObject({ ok: true });
  });

  it('does not make the gateway ask a signer that does not answer for each request', async () => {
    const { key } = await newKey();
    published = '';
    const token = await tokenBy(key);
    for (let count = 0; count < 50; count++)
      expect(await verify(token)).toEqual({ ok: false, error: { kind: 'KEYS_UNAVAILABLE' } });
    expect(fetches).toBe(1);
  });

  it('lets tokens of the others be remembered, and nobody waits while the keys are read again', async () => {
    const [one, other] = [await newKey(), await newKey()];
    published = one.published;
    const token = await tokenBy(one.key);
    const first = await verify(token);
    after(keysAgeMaxMs / 2 + 1);
    expect(await verify(token)).toBe(first);
    await eventually(() => expect(fetches).toBe(2));
    expect(await verify(token)).toBe(first);
    published = JSON.stringify({ keys: [...keysOf(one), ...keysOf(other)] });
    expect(await verify(await tokenBy(other.key, started))).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    after(keysAgeMaxMs / 2 + 6_000);
    expect(await verify(await tokenBy(other.key, started))).toMatchObject({ ok: true });
    expect(await verify(token)).toEqual(first);
  });
});

const keysOf = ({ published: text }: { published: string }) => (JSON.parse(text) as { keys: unknown[] }).keys;
