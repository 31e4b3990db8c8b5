import { request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { startWorld, type World } from '../testing/start-world';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

describe('a guard that refuses while writes are pending', () => {
  beforeEach(() => {
    jest.spyOn(world.state, 'flushed').mockImplementation(async () => void (await setTimeout(50)));
  });
  afterEach(() => jest.restoreAllMocks());

  it('keeps a text message without the carrier’s key from being taken', async () => {
    const sms = { to: '+8613800000001', text: 'Hello' };
    const headers = { 'idempotency-key': 'without-key' };
    expect(await world.plain('POST', '/sms/messages', sms, headers)).toMatchObject({ status: 401 });
    expect(world.state.messages.all()).toEqual([]);
  });

  it('keeps another site’s form from doing anything', async () => {
    const answer = await fetch(`${world.url}/page/faults`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ provider: 'sms-carrier', mode: 'error' }),
    });
    expect(answer.status).toBe(403);
    expect((await world.plain('GET', '/faults')).body).toEqual({ faults: [] });
  });

  it('keeps another site’s form from doing anything where a browser tells its origin only', async () => {
    const answer = await fetch(`${world.url}/page/clock`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      body: new URLSearchParams({ advance: 'PT1S' }),
    });
    expect(answer.status).toBe(403);
  });

  it.each(['same-site', 'cross-site'])('keeps a %s request without a body from a provider’s counter', async (site) => {
    const removed = jest.spyOn(world.state.credentials, 'get');
    for (const path of ['credentials/cred_1/removal', 'operations/operation_1/activation'])
      expect(
        await world.plain('POST', `/providers/seaside-bank/${path}`, undefined, { 'sec-fetch-site': site }),
      ).toMatchObject({ status: 403, body: { code: 'OTHER_SITE' } });
    expect(removed).not.toHaveBeenCalled();
  });

  it('lets the page itself and programs do something at the counter', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, undefined])
      expect(
        await world.plain('POST', '/providers/seaside-bank/credentials/cred_1/removal', undefined, headers),
      ).toMatchObject({ status: 404, body: { code: 'CREDENTIAL_UNKNOWN' } });
  });

  it('follows a link from another site to the page', async () =>
    expect((await fetch(world.url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200));

  it('keeps an unsigned request from its handler', async () => {
    expect(await world.plain('POST', '/providers/seaside-bank/tokens', {})).toMatchObject({
      status: 401,
      body: { code: 'SIGNATURE_REQUIRED' },
    });
  });
});

describe('what people read', () => {
  const statusOf = (path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(world.url + path, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
  const paths = ['/', '/messages', '/world', '/credentials', '/faults'];

  it.each(['evil.example', 'localhost.evil.example:4010', '127.0.0.1.evil.example'])(
    'is not answered under the name %p',
    async (host) => {
      for (const path of paths) expect([path, await statusOf(path, host)]).toEqual([path, 421]);
    },
  );

  it.each(['localhost', 'LOCALHOST:4010', '127.0.0.1:4010', '[::1]:4010', 'simulator.example'])(
    'is answered under the name %p',
    async (host) => {
      for (const path of paths) expect([path, await statusOf(path, host)]).toEqual([path, 200]);
    },
  );

  it.each([
    ['POST', '/providers/wechat-pay/papay/sign'],
    ['POST', '/providers/wechat-pay/platform-keys'],
    ['POST', '/providers/alipay/agreements'],
    ['POST', '/providers/alipay/deductions'],
    ['PUT', '/providers/alipay/manners'],
    ['POST', '/providers/token-pocket/wallet/sign'],
    ['POST', '/clock'],
  ])('nor is anything done there: %s %s', async (method, path) => {
    const under = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request(world.url + path, { method, headers: { host, 'content-type': 'application/json' } });
        asked.on('response', (answer) => resolve(answer.resume().statusCode));
        asked.on('error', reject).end('{}');
      });
    expect(await under('evil.example:4010')).toBe(421);
    expect(await under('127.0.0.1:4010')).not.toBe(421);
  });

  it('has a name that others need not use: signed routes answer under any, and how it is is not told here', async () => {
    expect(await statusOf('/health/live', 'provider-simulator:4010')).toBe(404);
    expect(await statusOf('/providers/seaside-bank/operations/operation_1', 'provider-simulator:4010')).toBe(401);
  });
});
