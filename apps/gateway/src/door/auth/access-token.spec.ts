import { accessTokenLifetimeMs, generateSigningKey, readSigningKey, signAccessToken } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const claimsFor = async (headers: Record<string, string>) => {
  platform.identity.seen.length = 0;
  await platform.ask('{ viewer { id } }', headers);
  return platform.identity.seen[0]?.claims;
};

const tokenOf = async (now = new Date(), key = platform.accessTokenKey) =>
  (await signAccessToken({ ...testViewer(), app: 'ios-wallet', locale: 'zh-CN' }, now, key)).token;

describe('access token', () => {
  it('makes its viewer the viewer that subgraphs are told of', async () => {
    const claims = await claimsFor({ authorization: `Bearer ${await tokenOf()}` });
    expect(claims).toMatchObject({ viewer: testViewer(), clientApp: 'ios-wallet', locale: 'zh-CN' });
  });

  it('is not needed: without one nobody is the viewer', async () => {
    const claims = await claimsFor({});
    expect(claims?.requestId).toEqual(expect.any(String));
    expect(claims).not.toHaveProperty('viewer');
  });

  it('that has expired is refused with a code of its own, so that the client refreshes', async () => {
    const past = new Date(Date.now() - accessTokenLifetimeMs - 60_000);
    const { status, errors, data } = await platform.ask('{ viewer { id } }', {
      authorization: `Bearer ${await tokenOf(past)}`,
    });
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions).toEqual({
      code: 'ACCESS_TOKEN_EXPIRED',
      remedies: [
        { kind: 'REFRESH_SESSION', code: 'RefreshSession', title: 'Renew the session' },
        { kind: 'LOG_IN', code: 'LogIn', title: 'Sign in' },
      ],
    });
  });

  it('of another signer is refused, even with the right key id', async () => {
    const stranger = await readSigningKey(await generateSigningKey());
    const token = await tokenOf(new Date(), { ...stranger, kid: platform.accessTokenKey.kid });
    expect(await platform.ask('{ viewer { id } }', { authorization: `Bearer ${token}` })).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it.each(['Bearer nonsense', 'Bearer ', 'Basic dXNlcjpwYXNz', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'])(
    'in no good form is refused and reaches no subgraph: %s',
    async (authorization) => {
      platform.identity.seen.length = 0;
      const { status, errors } = await platform.ask('{ viewer { id } }', { authorization });
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(platform.identity.seen).toEqual([]);
    },
  );
});

describe('language of an answer', () => {
  it('is the one asked for, before the one of the account', async () => {
    const authorization = `Bearer ${await tokenOf()}`;
    expect(await claimsFor({ authorization, 'accept-language': 'en-GB,en;q=0.8' })).toMatchObject({ locale: 'en' });
  });
});

describe('name of the client app', () => {
  it('is cut to plain characters before it is signed or logged', async () => {
    const claims = await claimsFor({
      'apollographql-client-name': 'web\u0000<script>'.replace('\u0000', ' '),
      'apollographql-client-version': '9'.repeat(500),
    });
    expect(claims).toMatchObject({ clientApp: 'webscript', clientVersion: '9'.repeat(64) });
  });
});
