import { createServer } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { AlipaySdk } from 'alipay-sdk';
import iconv from 'iconv-lite';
import { eventually } from '@bindery/testing';
import { alipayKeys } from '../../testing/catalogue';
import { startWorld, type World } from '../../testing/start-world';
import { wallTime } from './wall-time';

// As it is loaded, the kit's HTTP client puts a method of its own over the one that all sockets of this process inherit; tests after this want theirs back.
afterAll(() => void Reflect.deleteProperty(Socket.prototype, 'destroy'));

const { app, alipay, nextAlipay, provider } = alipayKeys;
const bare = (pem: string) => pem.replace(/-----[A-Z ]+-----|\n/g, '');
const heard: { bytes: Buffer; fields: Record<string, string> }[] = [];
/** What the merchant answers next; `success` when used up. */
const answers: [number, string][] = [];
let world: World;
let sdk: AlipaySdk;
let notifyUrl: string;
let stopListening: () => void;

beforeAll(async () => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    heard.push({ bytes, fields: Object.fromEntries(new URLSearchParams(bytes.toString('latin1'))) });
    const [status, body] = answers.shift() ?? [200, 'success'];
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stopListening = () => void server.close();
  notifyUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`;
  world = await startWorld();
  sdk = new AlipaySdk({
    appId: provider.appId,
    privateKey: app.privateKey,
    keyType: 'PKCS8',
    alipayPublicKey: bare(alipay.publicKey),
    gateway: `${world.url}/providers/alipay/gateway.do`,
  });
});
afterAll(async () => {
  await world.stop();
  stopListening();
});
beforeEach(() => heard.splice(0));

/** The kit writes the time of the machine, which is none of Shanghai. */
const now = () => ({ timestamp: wallTime(new Date()) });
const ask = (method: string, bizContent: object) => sdk.exec(method, { ...now(), bizContent }, { validateSign: true });

const linkTo = (external_agreement_no: string, changes: object = {}): string => {
  const bizContent = {
    personal_product_code: 'GENERAL_WITHHOLDING_P',
    sign_scene: 'INDUSTRY|DIGITAL_WALLET',
    external_agreement_no,
    access_params: { channel: 'ALIPAYAPP' },
    effect_time: 600,
  };
  const made = sdk.pageExecute('alipay.user.agreement.page.sign', 'GET', {
    ...now(),
    notify_url: notifyUrl,
    bizContent,
    ...changes,
  });
  return made;
};
const agree = (link: string, account = '13800001009') =>
  world.plain('POST', '/providers/alipay/agreements', { link: new URL(link).search.slice(1), account });

async function agreed(number: string): Promise<string> {
  expect(await agree(linkTo(number))).toMatchObject({ status: 200 });
  const told = await eventually(() => {
    const one = heard.find(({ fields }) => fields.external_agreement_no === number);
    if (!one) throw new Error('not told yet');
    return one;
  });
  return told.fields.agreement_no ?? '';
}

describe('Alipay, beside the vendor’s own kit', () => {
  it('answers what the kit signs, signed so that the kit believes it, through the life of an agreement', async () => {
    const asked = { external_agreement_no: 'A1', personal_product_code: 'P', sign_scene: 'S' };
    expect(await ask('alipay.user.agreement.query', asked)).toMatchObject({ subCode: 'USER_AGREEMENT_NOT_EXIST' });
    const agreement_no = await agreed('A1');
    expect(await ask('alipay.user.agreement.query', asked)).toMatchObject({
      code: '10000',
      status: 'NORMAL',
      agreementNo: agreement_no,
    });
    expect(await ask('alipay.user.agreement.unsign', { agreement_no })).toMatchObject({ code: '10000' });
    await eventually(() =>
      expect(heard.map(({ fields }) => [fields.notify_type, fields.status])).toEqual([
        ['dut_user_sign', 'NORMAL'],
        ['dut_user_unsign', 'UNSIGN'],
      ]),
    );
    expect(await ask('alipay.user.agreement.query', { agreement_no })).toMatchObject({ code: '40004' });
  });

  it('is paused by Alipay itself, told of to who asks and to nobody else, and pays nothing meanwhile', async () => {
    const agreement_no = await agreed('A7');
    const told = heard.length;
    const deduct = () =>
      world.plain('POST', '/providers/alipay/deductions', { agreement_no, total_amount: '1.00', subject: 'Tea' });
    const order = (what: string) => world.plain('POST', `/providers/alipay/credentials/${agreement_no}/${what}`);
    const query = () => ask('alipay.user.agreement.query', { agreement_no });
    expect(await order('suspension')).toMatchObject({ status: 200, body: { heldByProvider: true } });
    expect(await query()).toMatchObject({ status: 'STOP' });
    expect(await deduct()).toMatchObject({ status: 422 });
    await order('resumption');
    expect(await query()).toMatchObject({ status: 'NORMAL' });
    expect(heard.slice(told).filter(({ fields }) => fields.agreement_no === agreement_no)).toEqual([]);
  });

  it('signs notifications so that the kit finds them good, in GBK as well, and by the key of the day', async () => {
    const agreement_no = await agreed('B1');
    expect(heard.every(({ fields }) => sdk.checkNotifySignV2(fields))).toBe(true);
    expect(sdk.checkNotifySignV2({ ...heard[0]?.fields, status: 'UNSIGN' })).toBe(false);

    await world.plain('PUT', '/providers/alipay/manners', { charset: 'GBK', key: 1 });
    expect(await ask('alipay.user.agreement.unsign', { agreement_no }).catch((error: Error) => error.message)).toMatch(
      '验签失败',
    );
    await eventually(() => expect(heard).toHaveLength(2));
    const { sign = '', sign_type: _, ...fields } = heard[1]?.fields ?? {};
    expect(fields.charset).toBe('GBK');
    const content = Object.keys(fields)
      .sort()
      .map((name) => `${name}=${fields[name]}`)
      .join('&');
    const next = new AlipaySdk({
      appId: 'x',
      privateKey: app.privateKey,
      keyType: 'PKCS8',
      alipayPublicKey: bare(nextAlipay.publicKey),
    });
    // Bytes the kit takes as they are.
    expect(next.rsaCheck(iconv.encode(content, 'gbk') as unknown as string, sign)).toBe(true);
    await world.plain('PUT', '/providers/alipay/manners', {});
  });

  it('tells again until it hears the one word, as the same notification', async () => {
    answers.push([500, ''], [200, 'fail'], [200, 'SUCCESS'], [204, '']);
    await agreed('C1');
    await eventually(() => expect(heard).toHaveLength(5), { withinMs: 10_000 });
    expect(new Set(heard.map(({ fields }) => fields.notify_id)).size).toBe(1);
    await eventually(() => expect(world.state.webhooks.all()).toEqual([]));
  });
});

describe('Alipay', () => {
  const send = async (change: (parameters: URLSearchParams) => void) => {
    const url = new URL(linkTo('D1'));
    change(url.searchParams);
    return (await fetch(url, { headers: { 'accept-language': 'en' } })).text();
  };

  it.each([
    ['a parameter was changed', (all: URLSearchParams) => all.set('notify_url', 'http://thief.example')],
    ['one was added', (all: URLSearchParams) => all.append('app_auth_token', 'x')],
    ['one came twice', (all: URLSearchParams) => all.append('app_id', provider.appId)],
    ['the signature is left out', (all: URLSearchParams) => all.delete('sign')],
    ['it is of another app', (all: URLSearchParams) => all.set('app_id', '2021000000000009')],
  ])('opens no page for a link in which %s', async (_, change) => {
    expect(await send(change)).toContain('was not signed by a merchant');
  });

  it('asks its user in their language, without a script, and agrees by the form', async () => {
    const link = linkTo('E1');
    for (const [language, title] of [
      ['zh-CN', '免密支付授权'],
      ['en', 'authorise payments'],
    ] as const) {
      const page = await fetch(link, { headers: { 'accept-language': language } });
      const text = await page.text();
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toContain(title);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).not.toContain('<script');
    }
    const form = new URLSearchParams({ link: new URL(link).search.slice(1), account: '13800001009' });
    const done = await fetch(new URL('agreements', link), {
      method: 'POST',
      body: form,
      headers: { 'accept-language': 'en' },
    });
    expect(await done.text()).toContain('You have agreed');
    const elsewhere = { method: 'POST', body: form, headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await fetch(new URL('agreements', link), elsewhere)).status).toBe(403);
  });

  it('opens no page that was signed too long ago, and takes no request of another hour', async () => {
    const old = wallTime(new Date(Date.now() - 11 * 60_000));
    expect(await agree(linkTo('F1', { timestamp: old }))).toMatchObject({
      status: 422,
      body: { code: 'LINK_EXPIRED' },
    });
    const bizContent = { agreement_no: 'x' };
    expect(await sdk.exec('alipay.user.agreement.query', { timestamp: old, bizContent })).toMatchObject({
      subCode: 'isv.invalid-timestamp',
    });
  });

  it('takes no account that it refuses, and nobody else’s after one has agreed', async () => {
    expect(await agree(linkTo('G1'), '13800000002')).toMatchObject({ status: 422, body: { code: 'ACCOUNT_REFUSED' } });
    await agreed('G1');
    expect(await agree(linkTo('G1'), '13800001019')).toMatchObject({ status: 422, body: { code: 'SIGNED_BY_OTHER' } });
  });
});
