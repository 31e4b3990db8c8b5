import { TestClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';

describe('doors and terminals', () => {
  let world: World;
  let accessCard: string;
  let bankCard: string;
  beforeAll(async () => {
    world = await startWorld();
    accessCard = await bindCard(world, 'cloudgate');
    bankCard = await bindCard(world, 'seaside-bank');
  });
  beforeEach(() => {
    world.platform.readerAnswer = { status: 200, body: { good: true, reason: 'ACTIVE' } };
    world.platform.webhooks.length = 0;
    world.platform.readerChecks.length = 0;
  });
  afterAll(() => world.stop());

  const tap = (credentialReference: string, door = 'riverside-gate') =>
    world.plain('POST', `/doors/${door}/taps`, { credentialReference });
  const pay = (credentialReference: string, value = 1250) =>
    world.plain('POST', '/payments', {
      credentialReference,
      amount: { value, currency: 'CNY' },
      merchant: 'Corner Bakery',
    });
  const usages = () => world.platform.webhooks.map(({ body }) => body).filter(({ type }) => type === 'usage.recorded');

  it('a door asks the platform, opens, and tells of it', async () => {
    expect(await tap(accessCard)).toEqual({ status: 200, body: { opened: true, reason: 'ACTIVE' } });
    expect(world.platform.readerChecks).toEqual([
      {
        key: 'cloudgate/r1',
        signed: true,
        body: { credentialReference: accessCard, door: 'riverside-gate', cache: true },
      },
    ]);
    await eventually(() =>
      expect(usages()).toEqual([
        {
          type: 'usage.recorded',
          usageId: expect.stringMatching(/^usage_/),
          credentialReference: accessCard,
          kind: 'DOOR_OPENED',
          place: { 'zh-CN': '河畔花园 · 小区大门', en: 'Riverside Gardens · Main gate' },
          readerId: 'riverside-gate',
          at: expect.any(String),
        },
      ]),
    );
  });

  it('a terminal takes the payment and tells the amount', async () => {
    expect(await pay(bankCard)).toEqual({ status: 200, body: { approved: true, reason: 'ACTIVE' } });
    expect(world.platform.readerChecks).toEqual([
      { key: 'seaside-bank/r1', signed: true, body: { credentialReference: bankCard, cache: false } },
    ]);
    await eventually(() =>
      expect(usages()).toMatchObject([
        {
          kind: 'PAYMENT',
          amount: { value: 1250, currency: 'CNY' },
          place: { 'zh-CN': 'Corner Bakery', en: 'Corner Bakery' },
        },
      ]),
    );
  });

  it.each(['UNREGISTERED', 'SUSPENDED', 'EXPIRED'])(
    'stay shut and silent when the platform says %s (requirement 9)',
    async (reason) => {
      world.platform.readerAnswer.body = { good: false, reason };
      expect(await tap(accessCard)).toEqual({ status: 200, body: { opened: false, reason } });
      expect(await pay(bankCard)).toEqual({ status: 200, body: { approved: false, reason } });
      expect(usages()).toEqual([]);
    },
  );

  it('stay shut when the provider no longer has the credential, whatever the platform says (requirement 21)', async () => {
    const removed = await bindCard(world, 'seaside-bank');
    expect(await world.plain('POST', `/providers/seaside-bank/credentials/${removed}/removal`)).toEqual({
      status: 200,
      body: { credentialReference: removed, status: 'ABSENT' },
    });
    expect(await pay(removed)).toMatchObject({ body: { approved: false, reason: 'UNREGISTERED' } });
  });

  it('stay shut when nobody answers the reader, or not in words it knows', async () => {
    const unknown = await bindCard(world, 'cloudgate');
    for (const readerAnswer of [
      { status: 500, body: {} },
      { status: 200, body: { good: 'yes' } },
    ]) {
      world.platform.readerAnswer = readerAnswer;
      expect(await tap(unknown)).toMatchObject({ body: { opened: false, reason: 'CHECK_UNAVAILABLE' } });
      expect(await pay(bankCard)).toMatchObject({ body: { approved: false, reason: 'CHECK_UNAVAILABLE' } });
    }
  });

  it('take no answer that the platform signed for something else', async () => {
    const card = await bindCard(world, 'cloudgate');
    const good = { good: true, reason: 'ACTIVE' };
    for (const claims of [
      { aud: 'seaside-bank' },
      { sub: accessCard },
      { door: 'riverside-garage' },
      { good: false },
      { iss: 'somebody' },
    ]) {
      world.platform.readerAnswer = { status: 200, body: good, claims };
      expect(await tap(card)).toMatchObject({ body: { opened: false, reason: 'CHECK_UNAVAILABLE' } });
    }
    expect(usages()).toEqual([]);
  });

  it('do not take each other’s cards, nor one that nobody knows', async () => {
    expect(await tap(bankCard)).toMatchObject({ body: { opened: false, reason: 'NOT_ACCEPTED_HERE' } });
    expect(await pay(accessCard)).toMatchObject({ body: { approved: false, reason: 'NOT_ACCEPTED_HERE' } });
    expect(await tap('cred_unknown')).toMatchObject({ body: { opened: false, reason: 'UNREGISTERED' } });
    expect(world.platform.readerChecks).toEqual([]);
  });

  it('refuse a door that is not there and an amount that is none', async () => {
    expect(await tap(accessCard, 'cellar')).toMatchObject({ status: 404, body: { code: 'DOOR_UNKNOWN' } });
    for (const value of [0, -1, 1.5]) expect(await pay(bankCard, value)).toMatchObject({ status: 400 });
  });
});

describe('a reader whose line is down', () => {
  const clock = new TestClock(new Date());
  let world: World;
  beforeAll(async () => void (world = await startWorld({ clock })));
  afterAll(() => world.stop());

  it('opens by the answer that it keeps, only that door, only until the answer ends, and never after a no', async () => {
    const card = await bindCard(world, 'cloudgate');
    const tap = async (door: string) =>
      (await world.plain('POST', `/doors/${door}/taps`, { credentialReference: card })).body.opened as boolean;
    const line = (status: number, good = true) => {
      world.platform.readerAnswer = { status, body: { good, reason: good ? 'ACTIVE' : 'UNREGISTERED' } };
    };
    line(200);
    expect(await tap('riverside-gate')).toBe(true);
    line(500);
    expect([await tap('riverside-gate'), await tap('riverside-tower-2')]).toEqual([true, false]);

    line(200, false);
    expect(await tap('riverside-gate')).toBe(false);
    line(500);
    expect(await tap('riverside-gate')).toBe(false);

    line(200);
    expect(await tap('riverside-gate')).toBe(true);
    line(500);
    clock.advance(60_000);
    expect(await tap('riverside-gate')).toBe(false);
  });
});

describe('the counter of a provider', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  it('takes a credential away behind the platform’s back and tells it afterwards, once (requirement 20)', async () => {
    const credentialReference = await bindCard(world, 'harbour-bank');
    const remove = () => world.plain('POST', `/providers/harbour-bank/credentials/${credentialReference}/removal`);
    await remove();
    await remove();
    await eventually(() =>
      expect(world.platform.webhooks.at(-1)?.body).toEqual({ type: 'credential.removed', credentialReference }),
    );
    expect(world.platform.webhooks.filter(({ body }) => body.type === 'credential.removed')).toHaveLength(1);
    expect(
      await world.plain('POST', `/providers/seaside-bank/credentials/${credentialReference}/removal`),
    ).toMatchObject({ status: 404 });
  });

  it('notes what a holder still has or owes', async () => {
    const reference = await bindCard(world, 'seaside-bank');
    const path = `/credentials/${reference}/obligations`;
    expect((await world.signed('seaside-bank', 'GET', path)).body).toEqual({
      balance: null,
      pending: [],
      mandates: [],
    });
    const owed = {
      balance: null,
      pending: [{ id: 'p-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' }],
      mandates: [],
    };
    expect(await world.plain('PUT', `/providers/seaside-bank${path}`, owed)).toEqual({ status: 200, body: owed });
    expect((await world.signed('seaside-bank', 'GET', path)).body).toEqual(owed);
    expect(
      await world.plain('PUT', `/providers/seaside-bank${path}`, { balance: { value: 1.5, currency: 'yuan' } }),
    ).toMatchObject({ status: 400 });
    expect(await world.plain('PUT', '/providers/seaside-bank/credentials/cred_1/obligations', owed)).toMatchObject({
      status: 404,
    });
  });
});
