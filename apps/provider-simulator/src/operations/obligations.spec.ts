import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard, settled, takeToken } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';

const bank = 'seaside-bank';
const amount = { value: 1_500, currency: 'CNY' };
const video = { id: 'm-1', merchant: 'Video Club', amount, nextOn: '2026-12-01' };
const taxi = { id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' };

describe('what hangs on a card at its provider', () => {
  let world: World;
  let card: string;
  beforeAll(async () => (world = await startWorld()));
  afterAll(() => world.stop());
  beforeEach(async () => {
    card = await bindCard(world, bank);
    const all = { balance: { value: 900, currency: 'CNY' }, pending: [taxi], mandates: [video] };
    expect((await world.plain('PUT', `/providers/${bank}/credentials/${card}/obligations`, all)).status).toBe(200);
  });

  const owed = async (reference = card) =>
    (await world.signed(bank, 'GET', `/credentials/${reference}/obligations`)).body;
  const act = async (kind: string, more: object, operationId: string = newId('operation')) => {
    const callbackUrl = `${world.platform.url}/provider-webhooks/${bank}`;
    const body = { operationId, kind, credentialReference: card, callbackUrl, ...more };
    const reply = await world.signed(bank, 'POST', '/operations', body, { 'idempotency-key': operationId });
    return { operationId, ...reply };
  };
  const done = async (kind: string, more: object) => settled(world, (await act(kind, more)).operationId);
  const charge = (more: object = {}, reference = card) =>
    world.plain('POST', `/providers/${bank}/credentials/${reference}/charges`, { mandateId: 'm-1', ...more });
  const payments = (reference = card) =>
    world.platform.webhooks.filter(
      ({ body }) => body.type === 'usage.recorded' && body.credentialReference === reference,
    );

  it('is cancelled, settled and paid out, each once', async () => {
    await done('CANCEL_MANDATE', { obligationId: 'm-1' });
    await done('SETTLE_PENDING', { obligationId: 'pay-1', amount: taxi.amount });
    await done('WITHDRAW_BALANCE', { amount: { value: 900, currency: 'CNY' } });
    expect(await owed()).toEqual({ balance: null, pending: [], mandates: [] });
    expect((await act('CANCEL_MANDATE', { obligationId: 'm-1' })).body).toMatchObject({
      status: 'REFUSED',
      cause: 'OBLIGATION_UNKNOWN',
    });
  });

  it('is moved to another card of its customers, not to one that cannot be used', async () => {
    const other = await bindCard(world, bank);
    await done('MOVE_MANDATE', { obligationId: 'm-1', toCredentialReference: other });
    expect((await owed()).mandates).toEqual([]);
    expect((await owed(other)).mandates).toEqual([video]);
    const elsewhere = await bindCard(world, 'harbour-bank');
    await world.plain('PUT', `/providers/${bank}/credentials/${card}/obligations`, {
      balance: null,
      pending: [],
      mandates: [video],
    });
    for (const toCredentialReference of [elsewhere, 'cred_nobody'])
      expect((await act('MOVE_MANDATE', { obligationId: 'm-1', toCredentialReference })).body).toMatchObject({
        status: 'REFUSED',
        cause: 'TARGET_NOT_ABLE',
      });
  });

  it('goes over to a credential that follows it, of the same account and where its provider carries balances along', async () => {
    const wallet = 'sinopec-yijie' as never;
    const bind = async (account: string, more: object = {}) => {
      const operationId = newId('operation');
      const { token } = (await world.signed(wallet, 'POST', '/tokens', { account })).body;
      await world.operate(wallet, 'BIND', { token, ...more }, operationId);
      return settled(world, operationId);
    };
    const balanceOf = async (reference: string, provider: string = wallet) =>
      (await world.signed(provider as never, 'GET', `/credentials/${reference}/obligations`)).body.balance;
    const all = { balance: { value: 900, currency: 'CNY' }, pending: [taxi], mandates: [video] };
    const old = await bind('13800138001');
    await world.plain('PUT', `/providers/sinopec-yijie/credentials/${old}/obligations`, all);
    const other = await bind('13800138005', { followsCredentialReference: old });
    expect([await balanceOf(old), await balanceOf(other)]).toEqual([all.balance, null]);
    const next = await bind('13800138001', { followsCredentialReference: old });
    expect([await balanceOf(old), await balanceOf(next)]).toEqual([null, all.balance]);
    const { body } = await world.signed(wallet, 'GET', `/credentials/${old}/obligations`);
    expect(body).toMatchObject({ pending: [taxi], mandates: [video] });
    const operationId = newId('operation');
    await world.operate(
      bank,
      'BIND',
      { token: await takeToken(world, bank), followsCredentialReference: card },
      operationId,
    );
    expect([await balanceOf(card, bank), await balanceOf(await settled(world, operationId), bank)]).toEqual([
      all.balance,
      null,
    ]);
  });

  it('is paid exactly as asked, or not at all', async () => {
    const wrong = { obligationId: 'pay-1', amount: { value: 501, currency: 'CNY' } };
    expect((await act('SETTLE_PENDING', wrong)).body).toMatchObject({ cause: 'AMOUNT_DIFFERS' });
    expect((await owed()).pending).toEqual([taxi]);
  });

  it('is asked for under one key once; another request under it is refused', async () => {
    const first = await act('CANCEL_MANDATE', { obligationId: 'm-1' });
    await settled(world, first.operationId);
    expect((await act('CANCEL_MANDATE', { obligationId: 'm-1' }, first.operationId)).body).toEqual(first.body);
    expect((await act('CANCEL_MANDATE', { obligationId: 'm-2' }, first.operationId)).status).toBe(422);
  });

  it('is collected while the card is on, and refused once it is off', async () => {
    expect((await charge()).status).toBe(200);
    await eventually(() => expect(payments().map(({ body }) => body)).toMatchObject([{ kind: 'PAYMENT', amount }]));
    expect((await charge({ mandateId: 'm-9' })).body).toMatchObject({ code: 'MANDATE_UNKNOWN' });
    const operationId = newId('operation');
    await world.operate(bank, 'UNBIND', { credentialReference: card }, operationId);
    await settled(world, operationId);
    expect(await charge()).toMatchObject({ status: 422, body: { code: 'CREDENTIAL_NOT_ACTIVE' } });
    expect((await act('CANCEL_MANDATE', { obligationId: 'm-1' })).body).toMatchObject({
      cause: 'CREDENTIAL_NOT_ACTIVE',
    });
    expect(payments()).toHaveLength(1);
  });

  it('is collected all the same by a provider that makes the mistake', async () => {
    const operationId = newId('operation');
    await world.operate(bank, 'UNBIND', { credentialReference: card }, operationId);
    await settled(world, operationId);
    expect((await charge({ anyway: true })).status).toBe(200);
    await eventually(() => expect(payments()).toHaveLength(1));
  });
});
