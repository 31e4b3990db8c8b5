import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard, settled, takeToken } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';

describe('faults to order', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  beforeEach(() => world.plain('DELETE', '/faults'));
  afterAll(() => world.stop());

  const order = (fault: object) => world.plain('PUT', '/faults', { provider: 'seaside-bank', ...fault });
  const told = (operationId: string) =>
    world.platform.webhooks.filter(({ body }) => 'operationId' in body && body.operationId === operationId);
  const credentials = async () => (await world.plain('GET', '/credentials')).body.credentials.length;

  async function bind(operationId: string) {
    const token = await takeToken(world, 'seaside-bank');
    const startedAt = Date.now();
    const answer = await world.operate('seaside-bank', 'BIND', { token }, operationId);
    return { ...answer, tookMs: Date.now() - startedAt };
  }

  it('slow: answers after the delay, once, and goes on as usual', async () => {
    const id = newId('operation');
    await order({ mode: 'slow', delayMs: 150, times: 1 });
    const slow = await bind(id);
    expect(slow).toMatchObject({ status: 202 });
    expect(slow.tookMs).toBeGreaterThanOrEqual(145);
    await settled(world, id);
    expect((await world.plain('GET', '/faults')).body.faults).toEqual([]);
  });

  it('twice: tells the same outcome under two webhook ids', async () => {
    const id = newId('operation');
    await order({ mode: 'twice' });
    await bind(id);
    await eventually(() => expect(told(id)).toHaveLength(2));
    const [first, second] = told(id);
    expect(first?.body).toEqual(second?.body);
    expect(first?.id).not.toBe(second?.id);
  });

  it('late: accepts at once and settles after the delay', async () => {
    const id = newId('operation');
    await order({ mode: 'late', delayMs: 200 });
    const startedAt = Date.now();
    expect(await bind(id)).toMatchObject({ status: 202 });
    expect(await world.standing('seaside-bank', id)).toMatchObject({ status: 'PENDING' });
    await settled(world, id);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(195);
  });

  it('never: stays pending without a word', async () => {
    const id = newId('operation');
    await order({ mode: 'never', times: 1 });
    await bind(id);
    await bindCard(world, 'seaside-bank'); // a later one has long been settled
    expect(await world.standing('seaside-bank', id)).toEqual({ operationId: id, status: 'PENDING' });
    expect(told(id)).toEqual([]);
  });

  it('silent: settles without a word', async () => {
    const id = newId('operation');
    await order({ mode: 'silent', times: 1 });
    await bind(id);
    await eventually(async () =>
      expect(await world.standing('seaside-bank', id)).toMatchObject({ status: 'CONFIRMED' }),
    );
    await bindCard(world, 'seaside-bank');
    expect(told(id)).toEqual([]);
  });

  it('refuse: says no by webhook and does nothing', async () => {
    const id = newId('operation');
    const before = await credentials();
    await order({ mode: 'refuse' });
    expect(await bind(id)).toMatchObject({ status: 202 });
    await eventually(() =>
      expect(told(id)[0]?.body).toEqual({ type: 'operation.refused', operationId: id, cause: 'PROVIDER_DECLINED' }),
    );
    expect(await credentials()).toBe(before);
  });

  it('error: answers 500, remembers nothing, and works when asked again', async () => {
    const id = newId('operation');
    await order({ mode: 'error', times: 2 });
    for (const expected of [500, 500, 202]) expect(await bind(id)).toMatchObject({ status: expected });
    await settled(world, id);
  });

  it('timeout-then-success: is done and told while the answer still hangs; a repeated request gets it at once', async () => {
    const id = newId('operation');
    await order({ mode: 'timeout-then-success', delayMs: 60_000, times: 1 });
    const hanging = bind(id).catch(() => 'cut off');
    await settled(world, id);
    expect(await world.standing('seaside-bank', id)).toMatchObject({ status: 'CONFIRMED' });
    expect(await bind(id)).toMatchObject({ status: 202, body: { status: 'PENDING' } });
    expect(told(id)).toHaveLength(1);
    void hanging; // let go when the simulator stops; see the last test
  });

  it('contradict: confirms, then claims to have refused, while what it did stays done', async () => {
    const id = newId('operation');
    await order({ mode: 'contradict' });
    await bind(id);
    await eventually(() =>
      expect(told(id).map(({ body }) => body.type)).toEqual(['operation.confirmed', 'operation.refused']),
    );
    const { status, credentialReference } = await world.standing('seaside-bank', id);
    expect(status).toBe('CONFIRMED');
    expect((await world.signed('seaside-bank', 'GET', `/credentials/${credentialReference}`)).body.status).toBe(
      'ACTIVE',
    );
  });

  it('out of order: confirms, and tells then what was told of the card before', async () => {
    const [bound, ended] = [newId('operation'), newId('operation')];
    await order({ mode: 'out-of-order' });
    await bind(bound);
    const types = (id: string) => told(id).map(({ body }) => body.type);
    await eventually(() => expect(types(bound)).toEqual(['operation.confirmed', 'operation.activation_required']));
    const { credentialReference } = await world.standing('seaside-bank', bound);
    await world.operate('seaside-bank', 'UNBIND', { credentialReference }, ended);
    await eventually(() => expect(types(bound)).toHaveLength(3));
    expect(world.platform.webhooks.slice(-2).map(({ body }) => body)).toEqual([
      { type: 'operation.confirmed', operationId: ended, credentialReference },
      { type: 'operation.confirmed', operationId: bound, credentialReference },
    ]);
  });

  it('strike only the kind they name, and that before a fault for all kinds', async () => {
    await order({ mode: 'error', kind: 'UNBIND' });
    const credentialReference = await bindCard(world, 'seaside-bank');
    expect(await world.operate('seaside-bank', 'UNBIND', { credentialReference })).toMatchObject({ status: 500 });
    await order({ mode: 'refuse' });
    expect(await world.operate('seaside-bank', 'UNBIND', { credentialReference })).toMatchObject({ status: 500 });
    expect(await bindCard(world, 'harbour-bank')).toMatch(/^cred_/);
  });

  it('strike tokenisation and queries only by name', async () => {
    await order({ mode: 'error' });
    expect(await world.signed('seaside-bank', 'GET', '/credentials/cred_1')).toMatchObject({ status: 200 });
    await order({ mode: 'error', kind: 'TOKENISE', times: 1 });
    await order({ mode: 'error', kind: 'QUERY', times: 1 });
    expect(await world.signed('seaside-bank', 'POST', '/tokens', { cardNumber: '4111111111111111' })).toMatchObject({
      status: 500,
    });
    expect(await world.signed('seaside-bank', 'GET', '/credentials/cred_1')).toMatchObject({ status: 500 });
    expect(await world.signed('seaside-bank', 'GET', '/credentials/cred_1')).toMatchObject({ status: 200 });
  });

  it('are listed with what is left, replaced, and cleared', async () => {
    await order({ mode: 'slow', times: 3 });
    await order({ mode: 'twice', times: 2 });
    await bind(newId('operation'));
    expect((await world.plain('GET', '/faults')).body).toEqual({
      faults: [{ provider: 'seaside-bank', mode: 'twice', delayMs: 0, left: 1 }],
    });
    expect(await world.plain('DELETE', '/faults?provider=cloudgate')).toEqual({ status: 204, body: undefined });
    expect((await world.plain('GET', '/faults')).body.faults).toHaveLength(1);
    await world.plain('DELETE', '/faults?provider=seaside-bank');
    expect((await world.plain('GET', '/faults')).body).toEqual({ faults: [] });
  });

  it.each([
    [{ mode: 'explode' }],
    [{ mode: 'slow', provider: 'moon-bank' }],
    [{ mode: 'twice', kind: 'QUERY' }],
    [{ mode: 'twice', provider: 'sms-carrier' }],
    [{ mode: 'slow', times: 0 }],
    [{ mode: 'slow', delayMs: -1 }],
  ])('refuse an order that means nothing: %j', async (fault) =>
    expect(await order(fault)).toMatchObject({ status: 400 }),
  );
});

describe('a stopping simulator', () => {
  it('lets hanging answers go instead of waiting for them', async () => {
    const world = await startWorld();
    const token = await takeToken(world, 'seaside-bank');
    await world.plain('PUT', '/faults', { provider: 'seaside-bank', mode: 'slow', delayMs: 60_000 });
    const hanging = world.operate('seaside-bank', 'BIND', { token }, 'operation_1');
    await eventually(async () =>
      expect(await world.standing('seaside-bank', 'operation_1')).toMatchObject({ status: 'PENDING' }),
    );
    await world.stop();
    expect(await hanging).toMatchObject({ status: 202 });
  });
});
