import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import {
  accessTokenLifetimeMs,
  generateSigningKey,
  readSigningKey,
  signAccessToken,
  toPublicKeySet,
} from '@bindery/trust';
import { eventually } from '@bindery/testing';
import { testViewer } from '@bindery/trust/testing';
import { createTokenVerifier, type VerifyToken } from './token-verifier';

const viewer = { ...testViewer(), app: 'ios-wallet' };
const cooldownMs = 200;

let server: Server;
let jwksUrl: string;
let published: { keys: JWK[] };
let fetches: number;
let verify: VerifyToken;

beforeEach(async () => {
  fetches = 0;
  server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(published));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  verify = createTokenVerifier({ jwksUrl, cooldownMs });
});
afterEach(() => new Promise((done) => (server.close(done), server.closeAllConnections())));

async function newKey() {
  const text = await generateSigningKey();
  return { text, key: await readSigningKey(text), published: JSON.parse(toPublicKeySet(text)) as { keys: JWK[] } };
}

describe('an access token', () => {
  it('of a key that was published later is good without a restart', async () => {
    const [before, after] = [await newKey(), await newKey()];
    published = before.published;
    expect(await verify((await signAccessToken(viewer, new Date(), before.key)).token)).toMatchObject({
      ok: true,
      value: viewer,
    });
    published = { keys: [...before.published.keys, ...after.published.keys] };
    const { token } = await signAccessToken(viewer, new Date(), after.key);
    await eventually(async () => expect(await verify(token)).toMatchObject({ ok: true, value: viewer }));
    expect(await verify((await signAccessToken(viewer, new Date(), before.key)).token)).toMatchObject({ ok: true });
  });

  it('with an unknown key id does not make the gateway ask for the keys each time', async () => {
    const [known, stranger] = [await newKey(), await newKey()];
    published = known.published;
    verify = createTokenVerifier({ jwksUrl, cooldownMs: 60_000 });
    await verify((await signAccessToken(viewer, new Date(), known.key)).token);
    for (let count = 0; count < 50; count++) {
      const forged = await signAccessToken(viewer, new Date(), { ...stranger.key, kid: `forged-${count}` });
      expect(await verify(forged.token)).toMatchObject({ ok: false, error: { kind: 'TOKEN_INVALID' } });
    }
    expect(fetches).toBe(1);
  });

  it('is verified once, and remembered no longer than it is good', async () => {
    const { key, published: keys } = await newKey();
    published = keys;
    const almostOver = new Date(Date.now() - accessTokenLifetimeMs + 1_500);
    const { token } = await signAccessToken(viewer, almostOver, key);
    const first = await verify(token);
    expect(first).toMatchObject({ ok: true });
    expect(await verify(token)).toBe(first);
    await eventually(async () =>
      expect(await verify(token)).toMatchObject({ ok: false, error: { kind: 'TOKEN_EXPIRED' } }),
    );
  });

  it('is not remembered for ever: the oldest make room', async () => {
    const { key, published: keys } = await newKey();
    published = keys;
    verify = createTokenVerifier({ jwksUrl, cooldownMs, rememberedMax: 2 });
    const tokens = await Promise.all(
      [1, 2, 3].map(async (count) => (await signAccessToken(viewer, new Date(Date.now() - count * 1_000), key)).token),
    );
    const [first] = [await verify(tokens[0]!), await verify(tokens[1]!), await verify(tokens[2]!)];
    expect(await verify(tokens[0]!)).not.toBe(first);
  });

  it('says nothing of itself while the keys cannot be read: it is neither good nor bad', async () => {
    const { key } = await newKey();
    await new Promise((done) => (server.close(done), server.closeAllConnections()));
    expect(await verify((await signAccessToken(viewer, new Date(), key)).token)).toEqual({
      ok: false,
      error: { kind: 'KEYS_UNAVAILABLE' },
    });
    server = createServer((_request, response) => void response.writeHead(503).end());
    await new Promise<void>((done) => server.listen(Number(new URL(jwksUrl).port), '127.0.0.1', done));
    expect(await verify((await signAccessToken(viewer, new Date(), key)).token)).toEqual({
      ok: false,
      error: { kind: 'KEYS_UNAVAILABLE' },
    });
  });
});

describe('a forged access token', () => {
  const claims = {
    sid: viewer.sessionId,
    did: viewer.deviceId,
    aal: 'AAL1',
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 300,
    sub: viewer.accountId,
    iss: 'bindery-identity',
    aud: 'bindery',
  };

  it.each<[string, (kid: string) => JWTPayload, Record<string, string>]>([
    ['another audience', () => ({ ...claims, aud: 'elsewhere' }), {}],
    ['another issuer', () => ({ ...claims, iss: 'elsewhere' }), {}],
    ['no time at which it ends', () => ({ ...claims, exp: undefined }), {}],
    ['a time that has ended', () => ({ ...claims, exp: 1_000 }), {}],
    ['a life of ten years', () => ({ ...claims, exp: claims.exp + 315_360_000 }), {}],
    ['a life of a second more than ten minutes', () => ({ ...claims, exp: claims.iat + 601 }), {}],
    ['no time at which it was made', () => ({ ...claims, iat: undefined }), {}],
    ['a time of tomorrow', () => ({ ...claims, iat: claims.iat + 86_400, exp: claims.iat + 86_700 }), {}],
    ['another type', () => claims, { typ: 'JWT' }],
    ['a level there is not', () => ({ ...claims, aal: 'AAL9' }), {}],
    ['no session', () => ({ ...claims, sid: undefined }), {}],
  ])('with %s is refused, though its signature is good', async (_what, payload, header) => {
    const { key, published: keys } = await newKey();
    published = keys;
    const token = await new SignJWT(payload(key.kid))
      .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt', ...header })
      .sign(key.key);
    expect(await verify(token)).toMatchObject({
      ok: false,
      error: { kind: expect.stringMatching(/^TOKEN_(INVALID|EXPIRED)$/) },
    });
  });

  it('without a signature is refused', async () => {
    published = (await newKey()).published;
    expect(await verify(new UnsecuredJWT(claims).encode())).toMatchObject({
      ok: false,
      error: { kind: 'TOKEN_INVALID' },
    });
  });

  it('that takes the public key for a shared secret is refused', async () => {
    const { key, published: keys } = await newKey();
    published = keys;
    const secret = Buffer.from(keys.keys[0]?.x ?? '', 'base64url');
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: key.kid, typ: 'at+jwt' })
      .sign(secret);
    expect(await verify(token)).toMatchObject({ ok: false, error: { kind: 'TOKEN_INVALID' } });
  });

  it('of another algorithm is refused, even if its key is published', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
      .sign(privateKey);
    expect(await verify(token)).toMatchObject({ ok: false, error: { kind: 'TOKEN_INVALID' } });
  });

  it('that brings its own key, or is endless, is refused', async () => {
    const [own, published_] = [await newKey(), await newKey()];
    published = published_.published;
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: published_.key.kid, typ: 'at+jwt', jwk: own.published.keys[0] as JWK })
      .sign(own.key.key);
    expect(await verify(token)).toMatchObject({ ok: false, error: { kind: 'TOKEN_INVALID' } });
    expect(await verify('x'.repeat(100_000))).toMatchObject({ ok: false, error: { kind: 'TOKEN_INVALID' } });
  });
});
