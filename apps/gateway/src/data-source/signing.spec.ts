import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('requests to subgraphs', () => {
  it('are signed each for its subgraph and its body, entity look-ups too', async () => {
    const { data } = await platform.ask('{ viewer { displayName cards } }');
    expect(data).toEqual({ viewer: { displayName: 'Ada', cards: ['card_1'] } });
    expect(platform.identity.seen.map(({ verified }) => verified)).toEqual([true]);
    expect(platform.binding.seen.map(({ verified }) => verified)).toEqual([true]);
  });

  it('of one client request carry one request id, and each request another', async () => {
    const idsOf = () => [platform.identity, platform.binding].map(({ seen }) => seen.at(-1)?.claims?.requestId);
    await platform.ask('{ viewer { cards } }');
    const first = idsOf();
    await platform.ask('{ viewer { cards } }');
    expect(new Set(first).size).toBe(1);
    expect(idsOf()).not.toEqual(first);
  });

  it('carry nothing else that the client sent', async () => {
    await platform.ask('{ viewer { id } }', {
      cookie: 'a=b',
      'x-forwarded-for': '6.6.6.6',
      'bindery-gateway-signature': 'forged',
    });
    const { headers, verified, claims } = platform.identity.seen.at(-1) ?? {};
    expect(verified).toBe(true);
    expect(claims?.clientAddress).toBe('127.0.0.1');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('x-forwarded-for');
  });
});
