import { execFileSync } from 'node:child_process';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPlatform } from './platform-signature';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const serial = 'PUB_KEY_ID_0119000000012026101000000000000001';
const now = new Date('2026-05-01T12:00:00.900Z');
const timestamp = String(Math.floor(now.getTime() / 1000));
const body = Buffer.from('{"id":"EV-1","summary":"签约"}');
const sign = (over: Buffer, at = timestamp, key = privateKey) =>
  createSign('RSA-SHA256').update(`${at}\nnonce\n`).update(over).update('\n').sign(key, 'base64');
const headers = {
  'wechatpay-serial': serial,
  'wechatpay-timestamp': timestamp,
  'wechatpay-nonce': 'nonce',
  'wechatpay-signature': sign(body),
};
const asked: string[] = [];
const findKey = async (name: string) => {
  asked.push(name);
  return name === serial ? publicKey : undefined;
};
async function outcome(changes: object, over = body, at = now): Promise<string> {
  const verified = await verifyPlatform({ headers: { ...headers, ...changes }, body: over }, at, findKey);
  return verified.ok ? verified.value : verified.error.kind;
}
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

describe('verifyPlatform', () => {
  it('answers the text that was signed', async () => expect(await outcome({})).toBe(body.toString()));

  it('takes a signature over nothing, as of an answer 204', async () =>
    expect(await outcome({ 'wechatpay-signature': sign(Buffer.alloc(0)) }, Buffer.alloc(0))).toBe(''));

  it('takes what OpenSSL has signed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wechat-'));
    writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    const message = Buffer.concat([Buffer.from(`${timestamp}\nnonce\n`), body, Buffer.from('\n')]);
    const signature = execFileSync('openssl', ['dgst', '-sha256', '-sign', join(folder, 'key.pem')], {
      input: message,
    });
    rmSync(folder, { recursive: true });
    expect(await outcome({ 'wechatpay-signature': signature.toString('base64') })).toBe(body.toString());
  });

  it.each(Object.keys(headers))('wants the header %s, once', async (name) => {
    expect(await outcome({ [name]: undefined })).toBe('SIGNATURE_REQUIRED');
    expect(await outcome({ [name]: ['a', 'b'] })).toBe('SIGNATURE_REQUIRED');
  });

  it.each([
    ['another nonce', { 'wechatpay-nonce': 'other' }],
    ['another second', { 'wechatpay-timestamp': String(Number(timestamp) + 1) }],
    ['a key that nobody knows', { 'wechatpay-serial': '7132D72A03E93CDDF8C03BBD1F37EEDF' }],
    ['what the platform sends to see whether anybody looks', { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' }],
    ['a signature with a blank inside', { 'wechatpay-signature': headers['wechatpay-signature'].replace('=', ' =') }],
    [
      'another key’s signature',
      { 'wechatpay-signature': sign(body, timestamp, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey) },
    ],
  ])('refuses %s', async (_what, changes) => expect(await outcome(changes)).toBe('SIGNATURE_INVALID'));

  it('refuses a body with one byte changed, and bytes that are no text', async () => {
    expect(await outcome({}, Buffer.from(body.toString().replace('EV-1', 'EV-2')))).toBe('SIGNATURE_INVALID');
    const noText = Buffer.from([0x7b, 0xff, 0x7d]);
    expect(await outcome({ 'wechatpay-signature': sign(noText) }, noText)).toBe('SIGNATURE_INVALID');
  });

  it('refuses what is older or newer than five minutes, and asks nobody for a key for it', async () => {
    expect(await outcome({}, body, minutesLater(4.98))).toBe(body.toString());
    asked.length = 0;
    expect(await outcome({}, body, minutesLater(5.1))).toBe('SIGNATURE_EXPIRED');
    expect(await outcome({}, body, minutesLater(-5.1))).toBe('SIGNATURE_EXPIRED');
    expect(asked).toEqual([]);
  });
});
