import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { generateSigningKey, toPublicKeySet } from './keys';
import { createReaderAnswerSigner, readerAnswerLifetimeMs, type ReaderAnswer } from './reader-answer';

const now = new Date('2026-05-01T12:00:00.900Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const answer: ReaderAnswer = {
  provider: 'cloudgate',
  credentialReference: 'cred_1',
  door: 'riverside-gate',
  good: true,
  reason: 'ACTIVE',
};

async function setUp() {
  const key = await generateSigningKey();
  const keys = createLocalJWKSet(JSON.parse(toPublicKeySet(key)) as JSONWebKeySet);
  const verify = (token: string, at: Date, audience = 'cloudgate') =>
    jwtVerify(token, keys, { typ: 'reader-answer+jwt', audience, algorithms: ['EdDSA'], currentDate: at });
  return { sign: createReaderAnswerSigner(key), verify };
}

describe('an answer for readers', () => {
  it('is a JWS that any JOSE library reads, by the published key', async () => {
    const { sign, verify } = await setUp();
    const { payload } = await verify(sign(answer, now), now);
    expect(payload).toEqual({
      iss: 'bindery-binding',
      aud: 'cloudgate',
      sub: 'cred_1',
      door: 'riverside-gate',
      good: true,
      reason: 'ACTIVE',
      iat: 1_777_636_800,
      exp: 1_777_636_830,
    });
  });

  it('dies by itself after its lifetime, or earlier where it is said so', async () => {
    const { sign, verify } = await setUp();
    const token = sign(answer, now);
    await expect(verify(token, later(readerAnswerLifetimeMs - 1_000))).resolves.toBeDefined();
    await expect(verify(token, later(readerAnswerLifetimeMs))).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
    await expect(verify(sign(answer, now, later(5_000)), later(6_000))).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    });
    await expect(verify(sign(answer, now, later(-5_000)), now)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  it('is for the readers of one provider, and no word of it can be changed', async () => {
    const { sign, verify } = await setUp();
    const token = sign({ ...answer, good: false, reason: 'SUSPENDED' }, now);
    await expect(verify(token, now, 'seaside-bank')).rejects.toThrow();
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify({ aud: 'cloudgate', good: true })).toString('base64url');
    await expect(verify(`${header}.${forged}.${signature}`, now)).rejects.toThrow();
    const other = await setUp();
    await expect(other.verify(token, now)).rejects.toThrow();
  });

  it('wants a private key that can be published by its id', async () => {
    const key = await generateSigningKey();
    for (const text of [toPublicKeySet(key), JSON.stringify({ ...JSON.parse(key), kid: undefined })])
      expect(() => createReaderAnswerSigner(text)).toThrow('Ed25519 private JWK');
  });
});
