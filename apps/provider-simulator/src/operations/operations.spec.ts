import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard, cardNumbers, settled, takeToken } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';

describe('operations at a provider', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  const status = async (reference: string) =>
    (await world.signed('seaside-bank', 'GET', `/credentials/${reference}`)).body.status;
  const told = (operationId: string) =>
    world.platform.webhooks.filter(({ body }) => 'operationId' in body && body.operationId === operationId);

  it('bind asynchronously: pending first, then a signed webhook with the credential', async () => {
    const operationId = newId('operation');
    const token = await takeToken(world, 'seaside-bank');
    expect(await world.operate('seaside-bank', 'BIND', { token }, operationId)).toEqual({
      status: 202,
      body: { operationId, status: 'PENDING' },
    });
    const credentialReference = await settled(world, operationId);
    expect(credentialReference).toMatch(/^cred_/);
    expect(told(operationId)).toEqual([
      {
        id: expect.any(String),
        path: '/provider-webhooks/seaside-bank',
        signed: true,
        body: { type: 'operation.confirmed', operationId, credentialReference },
      },
    ]);
    expect(await world.standing('seaside-bank', operationId)).toEqual({
      operationId,
      status: 'CONFIRMED',
      credentialReference,
    });
    expect(await status(credentialReference)).toBe('ACTIVE');
  });

  it('unbind, restore, suspend and resume one and the same credential', async () => {
    const credentialReference = await bindCard(world, 'seaside-bank');
    for (const [kind, expected] of [
      ['SUSPEND', 'SUSPENDED'],
      ['RESUME', 'ACTIVE'],
      ['UNBIND', 'ABSENT'],
      ['RESTORE', 'ACTIVE'],
    ] as const) {
      const operationId = newId('operation');
      expect(await world.operate('seaside-bank', kind, { credentialReference }, operationId)).toMatchObject({
        status: 202,
      });
      expect(await settled(world, operationId)).toBe(credentialReference);
      expect(await status(credentialReference)).toBe(expected);
    }
  });

  it('have one effect and one answer however often they are asked for, 100 times in parallel too', async () => {
    const operationId = newId('operation');
    const token = await takeToken(world, 'harbour-bank');
    const bind = () => world.operate('harbour-bank', 'BIND', { token }, operationId);
    const answers = await Promise.all(Array.from({ length: 100 }, bind));
    const reference = await settled(world, operationId);
    answers.push(await bind());
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: 202, body: { operationId, status: 'PENDING' } })]),
    );
    const { credentials } = (await world.plain('GET', '/credentials')).body;
    expect(
      credentials.filter((credential: { provider: string }) => credential.provider === 'harbour-bank'),
    ).toMatchObject([{ credentialReference: reference }]);
    expect(told(operationId)).toHaveLength(1);
  });

  it('are refused when the key named another operation before', async () => {
    const operationId = newId('operation');
    await world.operate('seaside-bank', 'BIND', { token: await takeToken(world, 'seaside-bank') }, operationId);
    expect(await world.operate('seaside-bank', 'BIND', { token: 'tok_other' }, operationId)).toMatchObject({
      status: 422,
      body: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('are refused without a key, without a subject and of no known kind', async () => {
    const body = { operationId: 'operation_1', kind: 'BIND', token: 'tok_1', callbackUrl: world.platform.url };
    const post = (change: object, headers = { 'idempotency-key': 'operation_1' }) =>
      world.signed('seaside-bank', 'POST', '/operations', { ...body, ...change }, headers);
    expect(await post({}, { 'idempotency-key': 'other' })).toMatchObject({ status: 400 });
    for (const change of [
      { token: undefined },
      { kind: 'UNBIND' },
      { kind: 'EXPLODE' },
      { callbackUrl: 'file:///etc/passwd' },
    ])
      expect(await post(change)).toMatchObject({ status: 400, body: { code: 'REQUEST_MALFORMED' } });
  });

  it('are refused at once where they are impossible, and no webhook follows', async () => {
    expect(await world.operate('seaside-bank', 'BIND', { token: 'tok_unknown' }, 'operation_a')).toEqual({
      status: 200,
      body: { operationId: 'operation_a', status: 'REFUSED', cause: 'TOKEN_UNKNOWN' },
    });
    const foreign = await bindCard(world, 'harbour-bank');
    expect(
      await world.operate('seaside-bank', 'UNBIND', { credentialReference: foreign }, 'operation_b'),
    ).toMatchObject({ body: { cause: 'CREDENTIAL_UNKNOWN' } });
    const access = await bindCard(world, 'cloudgate');
    expect(await world.operate('cloudgate', 'RESTORE', { credentialReference: access }, 'operation_c')).toMatchObject({
      body: { cause: 'RESTORE_NOT_OFFERED' },
    });
    expect([...told('operation_a'), ...told('operation_b'), ...told('operation_c')]).toEqual([]);
  });

  it('are confirmed at once where nothing is left to do', async () => {
    const credentialReference = await bindCard(world, 'seaside-bank');
    await world.plain('POST', `/providers/seaside-bank/credentials/${credentialReference}/removal`);
    expect(await world.operate('seaside-bank', 'UNBIND', { credentialReference })).toMatchObject({
      status: 200,
      body: { status: 'CONFIRMED', credentialReference },
    });
  });

  it('wait for the holder where the bank wants an activation', async () => {
    const operationId = newId('operation');
    await world.operate(
      'seaside-bank',
      'BIND',
      { token: await takeToken(world, 'seaside-bank', cardNumbers.activation) },
      operationId,
    );
    await eventually(() =>
      expect(told(operationId).map(({ body }) => body.type)).toEqual(['operation.activation_required']),
    );
    expect(await world.standing('seaside-bank', operationId)).toEqual({ operationId, status: 'ACTIVATION_REQUIRED' });
    const activate = () => world.plain('POST', `/providers/seaside-bank/operations/${operationId}/activation`);
    expect(await activate()).toMatchObject({ status: 200 });
    expect(await activate()).toMatchObject({ status: 404 });
    expect(await status(await settled(world, operationId))).toBe('ACTIVE');
  });
});
