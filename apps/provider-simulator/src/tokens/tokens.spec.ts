import { cardNumbers } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';

describe('tokenisation', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const bank = (cardNumber: string, provider: 'seaside-bank' | 'harbour-bank' = 'seaside-bank') =>
    world.signed(provider, 'POST', '/tokens', { cardNumber });
  const member = (memberNumber: string, site = 'riverside') =>
    world.signed('cloudgate', 'POST', '/tokens', { site, memberNumber });

  it('takes a card number and gives a token, brand, last four and the end of the card', async () => {
    const { status, body } = await bank('4111 1111 1111 1111');
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.stringMatching(/^tok_[0-9a-f]{32}$/),
      brand: 'Visa',
      lastFour: '1111',
      expiresOn: expect.stringMatching(/^\d{4}-\d\d-(28|29|30|31)$/),
    });
  });

  it('gives the same card the same token, and another one at another bank', async () => {
    const tokens = [
      await bank(cardNumbers.visa),
      await bank(cardNumbers.visa),
      await bank(cardNumbers.visa, 'harbour-bank'),
    ].map(({ body }) => body.token);
    expect(tokens[0]).toBe(tokens[1]);
    expect(tokens[0]).not.toBe(tokens[2]);
  });

  it.each([
    ['fails Luhn', '4111111111111112'],
    ['fails Luhn, as a UnionPay card', '6200000000002002'],
    ['belongs to no brand', '9999999999999995'],
    ['is one this bank does not take', cardNumbers.refused],
    ['is no number', 'abc'],
  ])('refuses a number that %s', async (_what, number) =>
    expect(await bank(number)).toMatchObject({ status: 422, body: { code: 'CARD_NOT_ACCEPTED' } }),
  );

  it('knows a UnionPay card', async () =>
    expect(await bank(cardNumbers.unionPay)).toMatchObject({ status: 201, body: { brand: 'UnionPay' } }));

  it('takes a member number and tells site and doors in both languages', async () => {
    const { status, body } = await member('RG-1999');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      lastFour: '1999',
      site: { code: 'riverside', name: { 'zh-CN': '河畔花园', en: 'Riverside Gardens' } },
    });
    expect(body.doors.map(({ id }: { id: string }) => id)).toEqual([
      'riverside-gate',
      'riverside-tower-2',
      'riverside-garage',
    ]);
  });

  it.each([['RG-1000'], ['RG-2000'], ['RG-10011'], ['XX-1001'], ['RG-1e3 ']])(
    'does not know member %s',
    async (number) => expect(await member(number)).toMatchObject({ status: 422, body: { code: 'MEMBER_UNKNOWN' } }),
  );

  it('does not know a site it does not serve, whoever the member', async () =>
    expect(await member('RG-1001', 'hillside')).toMatchObject({ status: 422, body: { code: 'SITE_UNKNOWN' } }));
});
