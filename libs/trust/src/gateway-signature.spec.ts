import { createHmac } from 'node:crypto';
import { generateGatewayKeys, readGatewayKeys, type GatewayKeys } from './gateway-keys';
import { createGatewaySignatureVerifier, createGatewaySigner, type GatewayClaims } from './gateway-signature';
import { generateSigningKey, toPublicKeySet } from './keys';
import { testViewer } from './testing';

const claims: GatewayClaims = {
  requestId: 'r1',
  locale: 'en',
  clientAddress: '127.0.0.1',
  clientApp: 'wallet',
  viewer: testViewer(),
};
const body = '{"query":"a"}';
const keys = readGatewayKeys(generateGatewayKeys());
const sign = createGatewaySigner('binding', keys);
const verifier = () => createGatewaySignatureVerifier('binding', keys);
const invalid = { ok: false, error: { kind: 'SIGNATURE_INVALID' } };

afterEach(() => jest.useRealTimers());

describe('gateway signature', () => {
  it('is good once, for its body', () => {
    const verify = verifier();
    const signature = sign(claims, body);
    expect(verify(signature, '{"query":"b"}')).toMatchObject({ error: { kind: 'SIGNATURE_FOR_OTHER_BODY' } });
    expect(verify(signature, body)).toEqual({ ok: true, value: claims });
    expect(verify(signature, body)).toMatchObject({ error: { kind: 'SIGNATURE_REPLAYED' } });
  });

  it('is refused when missing, for another subgraph, by a key of another subgraph or under a name that is not known', () => {
    const [[kid] = ['']] = [...keys];
    const [[, stranger] = []] = [...readGatewayKeys(generateGatewayKeys())];
    const sameName = new Map([[kid, stranger]]) as GatewayKeys;
    expect(verifier()(undefined, body)).toMatchObject({ error: { kind: 'SIGNATURE_MISSING' } });
    expect(verifier()(createGatewaySigner('identity', keys)(claims, body), body)).toEqual(invalid);
    expect(verifier()(createGatewaySigner('binding', sameName)(claims, body), body)).toEqual(invalid);
    expect(
      verifier()(createGatewaySigner('binding', readGatewayKeys(generateGatewayKeys()))(claims, body), body),
    ).toEqual(invalid);
  });

  it('is refused when an id of its viewer is none, or is of another type', () => {
    const { accountId, sessionId } = testViewer();
    const spoiled = [{ accountId: 'account_1' }, { accountId: sessionId }, { sessionId: accountId }, { deviceId: '' }];
    for (const change of spoiled) {
      const viewer = Object.assign(testViewer(), change);
      expect(verifier()(sign({ ...claims, viewer }, body), body)).toEqual(invalid);
    }
  });

  it('is refused with any character changed, cut off or added', () => {
    const verify = verifier();
    const signature = sign(claims, body);
    for (let index = 0; index < signature.length; index++) {
      const other = signature[index] === '-' ? 'A' : '-';
      expect(verify(`${signature.slice(0, index)}${other}${signature.slice(index + 1)}`, body)).toEqual(invalid);
      expect(verify(signature.slice(0, index), body).ok).toBe(false);
    }
    expect(verify(`${signature}.`, body)).toEqual(invalid);
    for (const end of ['=', '==', ' ', '\n', 'A', 'AAAA', '.']) expect(verify(signature + end, body)).toEqual(invalid);
    for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
      expect(verify(signature.slice(0, -1) + last, body).ok).toBe(false || last === signature.at(-1));
  });

  it('lets nobody choose the algorithm', () => {
    const [[kid, key] = []] = [...keys];
    const payload = sign(claims, body).split('.')[1];
    const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const mac = (header: string) =>
      key ? createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url') : '';
    const headers = [
      { alg: 'none', kid },
      { alg: 'none' },
      { kid, alg: 'HS256' },
      { alg: 'HS256', kid, b64: false, crit: ['b64'] },
      { alg: 'EdDSA', kid },
    ].map(text);
    for (const header of headers) {
      expect(verifier()(`${header}.${payload}.${mac(header)}`, body)).toEqual(invalid);
      expect(verifier()(`${header}.${payload}.`, body)).toEqual(invalid);
    }
  });

  it('lives ten seconds, and is not of tomorrow', () => {
    jest.useFakeTimers({ now: new Date('2026-05-01T00:00:00Z') });
    const signature = sign(claims, body);
    jest.setSystemTime(new Date('2026-05-01T00:00:12Z'));
    expect(verifier()(signature, body)).toEqual(invalid);
    jest.setSystemTime(new Date('2026-04-30T23:59:57Z'));
    expect(verifier()(signature, body)).toEqual(invalid);
    jest.setSystemTime(new Date('2026-05-01T00:00:09Z'));
    expect(verifier()(signature, body).ok).toBe(true);
  });
});

describe('a change of keys', () => {
  it('is possible without a pause: the subgraph accepts both, the gateway signs with its first', () => {
    const next = readGatewayKeys(generateGatewayKeys());
    const both = createGatewaySignatureVerifier('binding', new Map([...next, ...keys]));
    expect(both(sign(claims, body), body).ok).toBe(true);
    expect(both(createGatewaySigner('binding', new Map([...next, ...keys]))(claims, body), body).ok).toBe(true);
    expect(verifier()(createGatewaySigner('binding', new Map([...next, ...keys]))(claims, body), body)).toEqual(
      invalid,
    );
  });

  it('takes no key of another kind or length, and not none', async () => {
    for (const text of ['{}', '{"k":"c2hvcnQ="}', '{"k":3}', toPublicKeySet(await generateSigningKey())])
      expect(() => readGatewayKeys(text)).toThrow('32 bytes');
    expect(() => createGatewaySigner('binding', new Map())).toThrow('no key for binding');
  });
});
