import { createHash } from 'node:crypto';
import { PlatformClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard, cardNumbers, takeToken } from '../testing/bind-card';
import { carrierKey, startWorld, type World } from '../testing/start-world';
import { html } from './html';
import { providers } from '../testing/catalogue';
import { createWords } from './words';
import { en } from './texts/en';
import { zhCn } from './texts/zh-cn';

describe('html', () => {
  it('escapes every value that is not markup', () => {
    const evil = `<img src=x onerror="alert('1')">&\``;
    expect(html`<p title="${evil}">${[evil, html`<b>${1}</b>`]}${false}${undefined}</p>`.markup).toBe(
      '<p title="&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;&#96;">&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;&#96;<b>1</b></p>',
    );
  });
});

describe('the catalogue', () => {
  it('takes the same values in both languages', () => {
    const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1]))].sort();
    for (const key of Object.keys(en) as (keyof typeof en)[])
      expect([key, names(zhCn[key])]).toEqual([key, names(en[key])]);
  });

  it('says a card’s name in both', () => {
    expect(createWords('en', providers).cardName({ brand: 'Visa', lastFour: '1111' })).toBe('Visa ending 1111');
    expect(createWords('zh-CN', providers).cardName({ site: 'riverside', lastFour: '1001' })).toBe('门禁卡，尾号 1001');
    expect(createWords('en', providers).cardName({ lastFour: '7788' })).toBe('Card ending 7788');
  });
});

describe('the page for people', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ clock: new PlatformClock() })));
  afterAll(() => world.stop());

  const get = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(world.url + path, { headers });
    return { headers: answer.headers, text: await answer.text() };
  };
  const post = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${world.url}/page/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ lang: 'en', ...form }),
    });
    return { status: answer.status, location: answer.headers.get('location') };
  };

  it('speaks the language asked for, else the browser’s, else English', async () => {
    expect((await get('/?lang=zh')).text).toMatch(/<html lang="zh-CN">[\s\S]*截获的消息/);
    expect((await get('/', { 'accept-language': 'zh-TW' })).text).toContain('<html lang="zh-CN">');
    expect((await get('/?lang=en', { 'accept-language': 'zh' })).text).toContain('<html lang="en">');
    expect((await get('/', { 'accept-language': 'fr' })).text).toContain('<html lang="en">');
  });

  it('shows what a message says as words, never as markup', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)> &amp; "quoted"';
    await world.plain(
      'POST',
      '/sms/messages',
      { to: '+8613800000001', text: evil },
      { authorization: `Bearer ${carrierKey}`, 'idempotency-key': 'evil' },
    );
    const { text, headers } = await get(`/?to=${encodeURIComponent('+8613800000001')}&notice=<b>&reason=<i>`);
    expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(text).not.toMatch(/<script>alert|<img|onerror=alert\(2\)>|<b>|<i>/);
    expect((await get(`/?to=${encodeURIComponent('"><script>alert(3)</script>')}`)).text).not.toContain(
      '<script>alert',
    );
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; connect-src 'self'; form-action 'self'/,
    );
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it.each(['style', 'script'])(
    'lets its own %s run: the policy has the hash of what stands between the tags',
    async (tag) => {
      const { text, headers } = await get('/');
      const [, inside = ''] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text) ?? [];
      const hash = createHash('sha256').update(inside).digest('base64');
      expect(headers.get('content-security-policy')).toContain(`${tag}-src 'sha256-${hash}'`);
    },
  );

  it('taps a door by a plain form and says what happened', async () => {
    const credentialReference = await bindCard(world, 'cloudgate');
    expect(await post('taps', { credentialReference, doorId: 'riverside-gate' })).toEqual({
      status: 303,
      location: '/?lang=en&notice=DOOR_OPENED&reason=ACTIVE#notice',
    });
    world.platform.readerAnswer = { status: 200, body: { good: false, reason: 'SUSPENDED' } };
    const { location } = await post('taps', { credentialReference, doorId: 'riverside-gate' });
    expect((await get(location ?? '')).text).toContain('The door stays shut: the credential is suspended.');
    expect((await get((location ?? '').replace('lang=en', 'lang=zh'))).text).toContain('门没有开：凭证已暂停。');
    world.platform.readerAnswer = { status: 200, body: { good: true, reason: 'ACTIVE' } };
  });

  it('pays in minor units and refuses what is no amount', async () => {
    const credentialReference = await bindCard(world, 'seaside-bank');
    const pay = (amount: string, currency = 'CNY') =>
      post('payments', { credentialReference, amount, currency, merchant: 'Corner Bakery' });
    for (const amount of ['12.5', '12', '0.05']) expect((await pay(amount)).location).toContain('notice=PAID');
    for (const amount of ['', '0', '-1', '1.234', 'ten', '1e3'])
      expect((await pay(amount)).location).toContain('notice=FORM_INVALID');
    expect((await pay('700', 'JPY')).location).toContain('notice=PAID');
    expect((await pay('12.5', 'JPY')).location).toContain('notice=FORM_INVALID');
    const amounts = () =>
      world.platform.webhooks.flatMap(({ body }) =>
        body.type === 'usage.recorded' && body.amount ? [body.amount.value] : [],
      );
    await eventually(() => expect(amounts().sort((a, b) => a - b)).toEqual([5, 700, 1200, 1250]));
  });

  it('moves time forward by a button or a field, says what is no time, and tells it in both languages', async () => {
    expect((await get('/?lang=en')).text).toContain('That is the real time.');
    expect((await post('clock', { advance: 'P30D' })).location).toContain('notice=CLOCK_MOVED');
    expect((await post('clock', { advance: 'PT90M' })).location).toContain('notice=CLOCK_MOVED');
    expect((await get('/?lang=en')).text).toMatch(/It is [^<]* in the sandbox\.\s+That is 30 days ahead/);
    expect((await get('/?lang=zh')).text).toMatch(/沙盒当前时间：[^<]*比真实时间超前 30 天/);
    for (const [advance, notice] of [
      ['soon', 'DURATION_MALFORMED'],
      ['PT0S', 'CLOCK_BACKWARDS'],
      ['P10Y', 'CLOCK_TOO_FAR'],
      ['', 'DURATION_MALFORMED'],
    ] as const)
      expect((await post('clock', { advance })).location).toContain(`notice=${notice}`);
    expect((await get('/?lang=en&notice=CLOCK_MOVED')).text).toContain('log in again where you are asked to');
  });

  it('removes and activates cards', async () => {
    const credentialReference = await bindCard(world, 'harbour-bank');
    expect((await post('removals', { provider: 'harbour-bank', credentialReference })).location).toContain(
      'notice=REMOVED',
    );
    expect((await post('removals', { provider: 'seaside-bank', credentialReference })).location).toContain(
      'notice=GONE',
    );
    await world.operate(
      'harbour-bank',
      'BIND',
      { token: await takeToken(world, 'harbour-bank', cardNumbers.activation) },
      'operation_a',
    );
    await eventually(async () => expect((await get('/')).text).toContain('Activate Visa ending 0003 at Harbour Bank'));
    expect((await post('activations', { provider: 'harbour-bank', operationId: 'operation_a' })).location).toContain(
      'notice=ACTIVATED',
    );
    expect((await post('activations', { provider: 'harbour-bank', operationId: 'operation_a' })).location).toContain(
      'notice=GONE',
    );
  });

  it('orders and cancels faults', async () => {
    const fault = { provider: 'seaside-bank', kind: 'UNBIND' };
    expect((await post('faults', { ...fault, mode: 'twice', times: '', delayMs: '' })).location).toContain(
      'notice=FAULT_ORDERED',
    );
    expect((await get('/')).text).toContain('Cancel: Twice: tells the outcome two times, Seaside Bank, Unbind');
    expect((await post('faults', { ...fault, mode: 'twice', times: 'x' })).location).toContain('notice=FORM_INVALID');
    expect((await post('faults/cancel', fault)).location).toContain('notice=FAULT_CANCELLED');
    expect((await get('/')).text).toContain('No fault is ordered');
  });

  it('invites to the sites that take invitations only, and says which number is none', async () => {
    const { text } = await get('/?lang=en');
    const [, choice = ''] = /<select id="invite-site"[^>]*>([^]*?)<\/select>/.exec(text) ?? [];
    expect([...choice.matchAll(/value="([^"]+)"/g)].map((match) => match[1])).toEqual(['northgate north-tower']);
    expect(text).toContain('North Tower: NT-2001 to NT-2999.');
    const invite = async (place: string, memberNumber: string) =>
      (await post('invitations', { place, memberNumber })).location;
    expect(await invite('northgate north-tower', 'NT-2001')).toContain('notice=INVITED');
    expect(await invite('northgate north-tower', 'RG-1001')).toContain('notice=MEMBER_UNKNOWN');
    expect(await invite('cloudgate riverside', 'RG-1001')).toContain('notice=INVITES_NOBODY');
    expect(
      (await world.plain('POST', '/providers/cloudgate/invitations', { site: 'riverside', memberNumber: 'RG-1001' }))
        .body,
    ).toMatchObject({ code: 'INVITES_NOBODY' });
  });

  it('says which field of a form was wrong', async () => {
    const { location } = await post('payments', {
      credentialReference: 'x',
      amount: 'ten',
      currency: 'CNY',
      merchant: 'B',
    });
    expect((await get(location ?? '')).text).toContain('Not done: “Amount” is missing or not as its hint says.');
    expect((await get((location ?? '').replace('lang=en', 'lang=zh'))).text).toContain('“金额”');
    expect((await get('/?lang=en&notice=FORM_INVALID&field=constructor')).text).toContain('“the form”');
  });

  it('leads to the pages of the companies, and to each contract that waits to be signed', async () => {
    for (const wallet of ['apple-wallet', 'token-pocket'])
      expect((await get('/?lang=en')).text).toContain(`href="/providers/${wallet}/wallet"`);
    const token = 'wechat-pay/somebody';
    world.state.cards.put(token, { token, provider: 'wechat-pay', lastFour: '7788', needsActivation: true });
    world.state.operations.put('wechat-pay/contract1', {
      provider: 'wechat-pay',
      request: {
        operationId: 'contract1',
        kind: 'BIND',
        token,
        credentialReference: undefined,
        callbackUrl: 'http://127.0.0.1:1/',
      },
      standing: { operationId: 'contract1', status: 'ACTIVATION_REQUIRED' },
      answer: { statusCode: 202, body: { operationId: 'contract1', status: 'PENDING' } },
    });
    const { text } = await get('/?lang=en');
    const [, path = ''] = /href="(\/providers\/wechat-pay\/papay\/sign[^"]+)"/.exec(text) ?? [];
    expect(text).toContain('sign the contract of the account ending 7788');
    expect((await get(path, { 'accept-language': 'en' })).text).toContain('**7788');
  });

  it('shows long lists by pages, which keep what was asked for', async () => {
    for (let number = 0; number < 11; number++)
      await world.plain(
        'POST',
        '/sms/messages',
        { to: '+8613800000009', text: `number ${number}.` },
        { authorization: `Bearer ${carrierKey}`, 'idempotency-key': `page ${number}` },
      );
    const first = (await get('/?lang=en&to=%2B8613800000009&cards=99')).text;
    expect(first).toContain('number 10.');
    expect(first).not.toContain('number 0.');
    const [, older = ''] = /href="([^"]+)">Older/.exec(first) ?? [];
    const second = (await get(older.replaceAll('&#38;', '&'))).text;
    expect(second).toContain('number 0.');
    expect(second).not.toContain('number 10.');
    expect(second).toContain('Page 2 of 2');
  });

  it('does nothing for a form on another site', async () => {
    const fault = { provider: 'seaside-bank', mode: 'never' };
    expect(await post('faults', fault, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
    expect((await world.plain('GET', '/faults')).body.faults).toEqual([]);
    expect(await post('faults', fault, { 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 303 });
  });
});
