import { Socket } from 'node:net';
import { AlipaySdk } from 'alipay-sdk';
import iconv from 'iconv-lite';
import { unwrap } from '@bindery/kernel';
import { makeAlipayKeys } from '../../../testing/alipay-keys';
import { access } from './access';
import { createAlipayInbound } from './alipay-inbound';
import { createGateway, readAnswer } from './gateway';
import { signRsa2, rsaPrivateKey } from './rsa-keys';
import { toSignedText } from './signed-parameters';
import { toShanghaiTime } from './shanghai-time';

// As it is loaded, the kit's HTTP client puts a method of its own over the one that all sockets of this process inherit; tests after this want theirs back.
afterAll(() => void Reflect.deleteProperty(Socket.prototype, 'destroy'));

const keys = makeAlipayKeys();
const own = access.parse({ baseUrl: 'https://openapi.alipay.com', ...keys.platform });
const now = new Date('2026-11-30T04:00:00Z');
const gateway = createGateway(own, { now: () => now, onMove: () => () => undefined });
const inbound = createAlipayInbound(own);
afterAll(() => gateway.close());

/** The vendor's own kit, as a merchant has it; with the app's public key in place of Alipay's it looks at what the merchant signs. */
const kit = (alipayPublicKey: string) =>
  new AlipaySdk({
    appId: keys.platform.appId,
    privateKey: keys.app.privateKey,
    keyType: 'PKCS8',
    alipayPublicKey: alipayPublicKey.replace(/-----[A-Z ]+-----|\n/g, ''),
    gateway: 'https://openapi.alipay.com/gateway.do',
  });

const tricky = ['a+b', '100%20', '%', 'a&b=c', '加油站·易捷', '😀', ' blanks ', '"\\/', 'é'];
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams) as Record<string, string>;

describe('requests, beside the vendor’s own kit', () => {
  it.each(tricky)('are signed so that it finds them good: %s', (text) => {
    const url = gateway.pageUrl({ method: 'alipay.user.agreement.page.sign', content: { subject: text } }, now);
    expect(kit(keys.app.publicKey).checkNotifySignV2(parametersOf(url))).toBe(true);
    expect(kit(keys.strange.publicKey).checkNotifySignV2(parametersOf(url))).toBe(false);
  });

  it.each(tricky)('of its own are signed as ours would be: %s', (text) => {
    const url = kit(keys.alipay.publicKey).pageExecute('alipay.user.agreement.page.sign', 'GET', {
      bizContent: { subject: text },
      notify_url: `https://wallet.example/?q=${encodeURIComponent(text)}`,
    });
    const { sign, ...parameters } = parametersOf(url);
    expect(signRsa2(own.appPrivateKey, Buffer.from(toSignedText(parameters)))).toBe(sign);
  });

  it('tell the time of Shanghai', () => {
    const { timestamp } = parametersOf(gateway.pageUrl({ method: 'm', content: {} }, now));
    expect(timestamp).toBe('2026-11-30 12:00:00');
  });
});

describe('answers, beside the vendor’s own kit', () => {
  const method = 'alipay.user.agreement.query';
  const answerOf = (written: string, key = keys.alipay.privateKey) =>
    `{"alipay_user_agreement_query_response":${written},"sign":"${signRsa2(rsaPrivateKey.parse(key), Buffer.from(written))}"}`;
  const isGoodToKit = (raw: string, publicKey: string): boolean => {
    try {
      kit(publicKey).checkResponseSign(raw, 'alipay_user_agreement_query_response', JSON.parse(raw).sign, '');
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    String.raw`{"code":"10000","url":"https:\/\/a.example\/b"}`,
    String.raw`{"code":"10000","name":"\u4e2d\u6587"}`,
    '{"code":"10000","name":"中文 😀"}',
    '{ "code" : "10000" , "n": 1.0, "sign" : "x", "list":[{"a":"}"},"]"] }',
    String.raw`{"code":"10000","quote":"\"sign\":\\"}`,
  ])('are found good as they are written: %s', (written) => {
    const raw = answerOf(written);
    expect(readAnswer(Buffer.from(raw), method, own.alipayPublicKeys)).toEqual({
      kind: 'ANSWER',
      content: JSON.parse(written),
    });
    expect(isGoodToKit(raw, keys.alipay.publicKey)).toBe(true);
  });

  it('are found good by either of two keys while Alipay changes its own, and by no other', () => {
    const read = (key: string) =>
      readAnswer(Buffer.from(answerOf('{"code":"10000"}', key)), method, own.alipayPublicKeys);
    expect(read(keys.alipay.privateKey).kind).toBe('ANSWER');
    expect(read(keys.nextAlipay.privateKey).kind).toBe('ANSWER');
    expect(read(keys.strange.privateKey)).toEqual({ kind: 'NO_ANSWER', detail: 'signature invalid' });
  });

  it.each([
    ['a character was changed', (raw: string) => raw.replace('10000', '10001')],
    ['a slash is no longer escaped', (raw: string) => raw.replaceAll('\\/', '/')],
    [
      'another answer stands before it',
      (raw: string) => raw.replace('{', '{"alipay_user_agreement_query_response":{},'),
    ],
    ['it is about another method', (raw: string) => raw.replace('agreement_query', 'agreement_unsign')],
    ['there is no signature', (raw: string) => raw.replace(/,"sign".*/, '}')],
    ['it breaks off', (raw: string) => raw.slice(0, -1)],
    ['it is not JSON', () => '<html>'],
  ])('are not believed where %s', (_, change) => {
    const raw = change(answerOf(String.raw`{"code":"10000","url":"https:\/\/a.example"}`));
    expect(readAnswer(Buffer.from(raw), method, own.alipayPublicKeys).kind).toBe('NO_ANSWER');
  });
});

describe('notifications, beside the vendor’s own kit', () => {
  const fieldsFor = (subject: string, charset: string): Record<string, string> => ({
    app_id: keys.platform.appId,
    charset,
    notify_id: 'n1',
    notify_time: toShanghaiTime(now),
    notify_type: 'trade_status_sync',
    trade_status: 'TRADE_SUCCESS',
    trade_no: 't1',
    passback_params: 'agreement-1',
    seller_id: keys.platform.sellerId,
    subject,
    total_amount: '12.30',
    gmt_payment: toShanghaiTime(now),
    version: '1.0',
  });
  /** Written and signed by hand, in bytes of the charset. */
  function post(fields: Record<string, string>, charset: string, key = keys.alipay.privateKey) {
    const text = Object.keys(fields)
      .sort()
      .map((name) => `${name}=${fields[name]}`)
      .join('&');
    const sign = signRsa2(rsaPrivateKey.parse(key), iconv.encode(text, charset));
    const escape = (value: string) =>
      [...iconv.encode(value, charset)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    const form = Object.entries({ ...fields, sign_type: 'RSA2', sign })
      .map(([name, value]) => `${name}=${escape(value)}`)
      .join('&');
    return { text, sign, body: Buffer.from(form, 'latin1') };
  }
  const read = (body: Buffer, at = now) => inbound.read({ headers: {}, body }, at);

  it.each(tricky)('in UTF-8 are found good by both: %s', async (subject) => {
    const fields = fieldsFor(subject, 'utf-8');
    const { body, sign } = post(fields, 'utf-8');
    expect(kit(keys.alipay.publicKey).checkNotifySignV2({ ...fields, sign, sign_type: 'RSA2' })).toBe(true);
    expect(unwrap(await read(body))).toMatchObject({
      id: 'n1',
      body: { type: 'usage.recorded', place: { en: subject } },
    });
  });

  it.each(tricky.filter((text) => iconv.decode(iconv.encode(text, 'gbk'), 'gbk') === text))(
    'in GBK are found good by both, which never saw them as text before: %s',
    async (subject) => {
      const { body, text, sign } = post(fieldsFor(subject, 'GBK'), 'gbk');
      // The kit signs and verifies what it is given; bytes it takes as they are.
      const bytes = iconv.encode(text, 'gbk') as unknown as string;
      expect(kit(keys.alipay.publicKey).rsaCheck(bytes, sign)).toBe(true);
      expect(unwrap(await read(body)).body).toMatchObject({ place: { 'zh-CN': subject }, amount: { value: 1230 } });
    },
  );

  it('are not believed in another charset than was signed', async () => {
    const { body } = post(fieldsFor('加油站', 'GBK'), 'gbk');
    const told = Buffer.from(body.toString('latin1').replace('%47%42%4b', 'utf-8'), 'latin1');
    expect(await read(told)).toEqual({ ok: false, error: { code: 'SIGNATURE_INVALID' } });
  });

  it('are refused that bytes of no charset stand in, although they are signed', async () => {
    const fields = { ...fieldsFor('x', 'utf-8'), subject: '\uFFFF' };
    const { body } = post(fields, 'utf-8');
    const broken = post({ ...fields, charset: 'utf-7' }, 'utf-8').body;
    expect((await read(body)).ok).toBe(true);
    expect(await read(broken)).toEqual({ ok: false, error: { code: 'REQUEST_MALFORMED', field: 'charset' } });
    const gbkCalledUtf8 = post(fieldsFor('加油站', 'utf-8'), 'gbk').body;
    expect(await read(gbkCalledUtf8)).toEqual({ ok: false, error: { code: 'REQUEST_MALFORMED', field: 'charset' } });
  });

  it('are taken by either key while Alipay changes its own, and by no other', async () => {
    const by = (key: string) => read(post(fieldsFor('x', 'utf-8'), 'utf-8', key).body);
    expect((await by(keys.nextAlipay.privateKey)).ok).toBe(true);
    expect(await by(keys.strange.privateKey)).toEqual({ ok: false, error: { code: 'SIGNATURE_INVALID' } });
  });

  it.each([
    ['to another app', { app_id: '2021000000000002' }, 'app_id'],
    ['of a payment to somebody else', { seller_id: '2088000000000002' }, 'seller_id'],
    ['without a time', { notify_time: '' }, 'notify_time'],
    ['without an id', { notify_id: '' }, 'notify_id'],
  ])('%s are refused, good as their signature is', async (_, change, field) => {
    const { body } = post({ ...fieldsFor('x', 'utf-8'), ...change }, 'utf-8');
    expect(await read(body)).toEqual({ ok: false, error: { code: 'REQUEST_MALFORMED', field } });
  });

  it.each([
    [4, true],
    [-4, true],
    [-6, false],
    [25 * 60, true],
    [49 * 60, false],
  ])('sent %d minutes ago by Alipay’s clock are taken or not: %s', async (minutes, taken) => {
    const { body } = post(fieldsFor('x', 'utf-8'), 'utf-8');
    expect((await read(body, new Date(now.getTime() + minutes * 60_000))).ok).toBe(taken);
  });

  it.each(['', 'sign=x', 'a=1&a=2', '%zz=1', 'a=%2', 'sign_type=RSA2&sign=AAAA', 'x'.repeat(9_000), '\u0000='])(
    'that are none are refused: %s',
    async (text) => expect((await read(Buffer.from(text, 'latin1'))).ok).toBe(false),
  );

  it('say “success” and nothing else when they have had their effect', () => {
    expect(inbound.taken).toMatchObject({ status: 200, body: 'success' });
    expect(inbound.refused({ code: 'SIGNATURE_INVALID' })).toMatchObject({ status: 401, body: 'fail' });
  });
});
