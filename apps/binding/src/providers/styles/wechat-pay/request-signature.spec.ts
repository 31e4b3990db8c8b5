import { generateKeyPairSync, webcrypto } from 'node:crypto';
import Pay from 'wechatpay-node-v3';
import { authorizationOf, requestMessage } from './request-signature';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = {
  private: Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  public: Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })),
};
const merchant = { mchid: '1900009191', serial: '5157F09EFDC096DE15EBE81A47057A72', privateKey };
const at = new Date('2019-04-02T12:34:20.900Z');
const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242';

const membersOf = (header: string): Record<string, string> =>
  Object.fromEntries([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

describe('the signature of a request', () => {
  it('is over the five lines of the vendor’s own example', () =>
    expect(requestMessage({ method: 'GET', target: '/v3/certificates', body: '' }, '1554208460', nonce)).toBe(
      `GET\n/v3/certificates\n1554208460\n${nonce}\n\n`,
    ));

  it.each([
    { method: 'GET', target: '/v3/certificates', body: '' },
    { method: 'GET', target: '/v3/papay/sign/contracts/plan-id/12535/out-contract-code/a1?x=%E4%BD%A0', body: '' },
    { method: 'POST', target: '/v3/x', body: '{"contract_termination_remark":"用户解约"}' },
  ] as const)('is what an independent implementation makes of $method $target', (request) => {
    const other = new Pay({
      appid: 'wx8888888888888888',
      mchid: merchant.mchid,
      serial_no: merchant.serial,
      publicKey: pem.public,
      privateKey: pem.private,
    });
    const signature = other.getSignature(request.method, nonce, '1554208460', request.target, request.body);
    const header = authorizationOf(merchant, request, at, nonce);
    expect(header).toMatch(/^WECHATPAY2-SHA256-RSA2048 /);
    expect(membersOf(header)).toEqual({
      mchid: merchant.mchid,
      nonce_str: nonce,
      timestamp: '1554208460',
      serial_no: merchant.serial,
      signature,
    });
    expect(membersOf(other.getAuthorization(nonce, '1554208460', signature))).toEqual(membersOf(header));
  });

  it('is good for Web Crypto, which shares no code with it', async () => {
    const request = { method: 'POST', target: '/v3/x', body: '{"a":"好"}' } as const;
    const { signature = '', timestamp = '', nonce_str: made = '' } = membersOf(authorizationOf(merchant, request, at));
    const key = await webcrypto.subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    const message = Buffer.from(requestMessage(request, timestamp, made));
    expect(await webcrypto.subtle.verify('RSASSA-PKCS1-v1_5', key, Buffer.from(signature, 'base64'), message)).toBe(
      true,
    );
  });

  it('has another nonce each time', () => {
    const request = { method: 'GET', target: '/v3/certificates', body: '' } as const;
    const nonces = [1, 2].map(() => membersOf(authorizationOf(merchant, request, at)).nonce_str);
    expect(nonces[0]).toMatch(/^[0-9A-F]{32}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
