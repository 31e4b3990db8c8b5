import { SignJWT, type JWK } from 'jose';
import { newId } from '@bindery/kernel';
import { itIsCheckedAgainst } from '@bindery/testing';
import { signAccessToken, type TokenViewer } from './access-token';
import { createAccessTokenVerifier } from './access-token-verifier';
import { generateSigningKey, readKeySet, readSigningKey, toPublicKeySet, type SigningKey } from './keys';
import { toKeysById } from './published-keys';

const holder = (): TokenViewer => ({
  accountId: newId('account'),
  sessionId: newId('session'),
  deviceId: newId('device'),
  assuranceLevel: 'AAL1',
  app: 'wallet',
  locale: 'en',
});

/** A verifier that has seen a good token, with the key that signs and how often the key set was asked. */
async function warm() {
  const jwk = await generateSigningKey();
  const key = await readSigningKey(jwk);
  const published = readKeySet(toPublicKeySet(jwk));
  const keys = jest.fn<ReturnType<typeof published>, Parameters<typeof published>>(published);
  const byJose = createAccessTokenVerifier({ find: keys as never });
  const { keys: jwks } = JSON.parse(toPublicKeySet(jwk)) as { keys: JWK[] };
  const current = toKeysById(jwks);
  const verify = (token: string, now = current) => byJose(token, now);
  expect(await verify((await signAccessToken(holder(), new Date(), key)).token)).toMatchObject({ ok: true });
  keys.mockClear();
  return { key, keys, verify };
}

const seconds = (ms: number) => Math.floor(ms / 1000);

afterEach(() => jest.restoreAllMocks());

describe('the verifier of many access tokens', () => {
  itIsCheckedAgainst(
    'jose',
    '6.2.17',
    'what jwtVerify checks, which readAccessTokenClaims repeats; the codes of its errors (kindOf); keys of a set as CryptoKey',
  );

  it('tells the same holder as the first way, without the key set', async () => {
    const { key, keys, verify } = await warm();
    const who = holder();
    const { token, expiresAt } = await signAccessToken(who, new Date(), key);
    expect(await verify(token)).toEqual({
      ok: true,
      value: { ...who, expiresAt: new Date(seconds(expiresAt.getTime()) * 1000) },
    });
    expect(keys).not.toHaveBeenCalled();
  });

  it('refuses a token with any character changed, cut off or added', async () => {
    const { key, verify } = await warm();
    const { token } = await signAccessToken(holder(), new Date(), key);
    for (let index = token.length - 1; index >= 0; index -= 5) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(await verify(`${token.slice(0, index)}${other}${token.slice(index + 1)}`)).toMatchObject({
        error: { kind: 'TOKEN_INVALID' },
      });
      expect(await verify(token.slice(0, index))).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    }
    for (const wrong of ['.', 'A', 'AAAA', '=', '==', ' ', '\n', `.${token}`]
      .map((end) => token + end)
      .concat(`.${token}`))
      expect(await verify(wrong)).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    expect(await verify(token)).toMatchObject({ ok: true });
  });

  it('refuses what its signer signed for something else, or that is over or not yet good', async () => {
    const { key, verify } = await warm();
    const now = seconds(Date.now());
    const good = {
      sub: newId('account'),
      sid: newId('session'),
      did: newId('device'),
      aal: 'AAL1',
      iss: 'bindery-identity',
      aud: 'bindery',
      iat: now,
      exp: now + 60,
    };
    const sign = (claims: object) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: 'at+jwt' }).sign(key.key);
    expect(await verify(await sign(good))).toMatchObject({ ok: true });
    const wrong = [
      { aud: 'elsewhere' },
      { iss: 'elsewhere' },
      { exp: undefined },
      { exp: 'later' },
      { aal: 'AAL9' },
      { sid: undefined },
      { sub: 'account_1' },
      { sid: newId('account') },
      { did: '' },
      { nbf: now + 50 },
      { exp: now + 10 * 365 * 86_400 },
      { iat: now - 300, exp: now + 301 },
      { iat: undefined },
      { iat: 'today' },
      { iat: now + 120, exp: now + 300 },
      { iat: now + 30, exp: now + 30 },
    ];
    for (const change of wrong)
      expect(await verify(await sign({ ...good, ...change }))).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    expect(await verify(await sign({ ...good, exp: now - 1 }))).toMatchObject({ error: { kind: 'TOKEN_EXPIRED' } });
  });

  it('knows no key of a stranger by the name of ours', async () => {
    const { key, verify } = await warm();
    const stranger: SigningKey = { ...(await readSigningKey(await generateSigningKey())), kid: key.kid };
    expect(await verify((await signAccessToken(holder(), new Date(), stranger)).token)).toMatchObject({
      error: { kind: 'TOKEN_INVALID' },
    });
  });

  it('checks by the keys of now: one that was withdrawn, or is another by the same id, is not remembered', async () => {
    const { key, keys, verify } = await warm();
    const { token } = await signAccessToken(holder(), new Date(), key);
    keys.mockRejectedValue(Object.assign(new Error('no such key'), { code: 'ERR_JWKS_NO_MATCHING_KEY' }));
    expect(await verify(token)).toMatchObject({ ok: true });
    expect(await verify(token, new Map())).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    const other = JSON.parse(toPublicKeySet(await generateSigningKey())) as { keys: JWK[] };
    const renamed = toKeysById(other.keys.map((jwk) => ({ ...jwk, kid: key.kid })));
    expect(await verify(token, renamed)).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
  });
});
