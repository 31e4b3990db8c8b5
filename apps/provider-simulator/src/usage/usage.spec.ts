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
      { signed: true, body: { provider: 'cloudgate', credentialReference: accessCard, at: expect.any(String) } },
    ]);
    await eventually(() =>
      expect(usages()).toEqual([
        {
          type: 'usage.recorded',
          usageId: expect.stringMatching(/^usage_/),
          credentialReference: accessCard,
          kind: 'DOOR_OPENED',
          place: { 'zh-CN': '河畔花园 · 小区大门', en: 'Riverside Gardens · Main gate' },
          at: expect.any(String),
        },
      ]),
    );
  });

  it('a terminal takes the payment and tells the amount', async () => {
    expect(await pay(bankCard)).toEqual({ status: 200, body: { approved: true, reason: 'ACTIVE' } });
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
    for (const readerAnswer of [
      { status: 500, body: {} },
      { status: 200, body: { good: 'yes' } },
    ]) {
      world.platform.readerAnswer = readerAnswer;
      expect(await tap(accessCard)).toMatchObject({ body: { opened: false, reason: 'CHECK_UNAVAILABLE' } });
    }
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
