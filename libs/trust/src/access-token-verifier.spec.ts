import { SignJWT } from 'jose';
import { newId } from '@bindery/kernel';
import { itIsCheckedAgainst } from '@bindery/testing';
import { signAccessToken, type TokenViewer } from './access-token';
import { createAccessTokenVerifier } from './access-token-verifier';
import { generateSigningKey, readKeySet, readSigningKey, toPublicKeySet, type SigningKey } from './keys';

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
  const verify = createAccessTokenVerifier(keys as never);
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
    for (let index = 0; index < token.length - 1; index += 5) {
      const other = token[index] === 'A' ? 'B' : 'A';
      expect(await verify(`${token.slice(0, index)}${other}${token.slice(index + 1)}`)).toMatchObject({
        error: { kind: 'TOKEN_INVALID' },
      });
      expect(await verify(token.slice(0, index))).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
    }
    for (const wrong of [`${token}.`, `${token}AAAA`, `${token}.${token}`, `.${token}`])
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

  it('asks for the key again after a minute, so that one which was withdrawn ends', async () => {
    const { key, keys, verify } = await warm();
    const { token } = await signAccessToken(holder(), new Date(), key);
    keys.mockRejectedValue(Object.assign(new Error('no such key'), { code: 'ERR_JWKS_NO_MATCHING_KEY' }));
    expect(await verify(token)).toMatchObject({ ok: true });
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect(await verify(token)).toMatchObject({ error: { kind: 'TOKEN_INVALID' } });
  });
});
