import { newId, type Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bind,
  confirm,
  mutate,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from './testing/holder';
import { askAsReader } from './testing/ask-as-reader';
import { checkHistory } from './testing/history-checker';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';
import { tell } from './testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const day = 24 * 60 * 60_000;

const askReader = async (credentialReference: string) =>
  (await askAsReader(service.composed.http.app, { credentialReference }, service.clock.now(), 'seaside-bank')).body;

describe('a reader', () => {
  it('is told what a credential is good for at each moment of its life (requirement 9)', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    expect(await askReader(credentialReference)).toEqual({ good: true, reason: 'ACTIVE' });
    await mutate(service, holder, 'suspendBinding', { bindingId });
    expect(await askReader(credentialReference)).toEqual({ good: false, reason: 'SUSPENDED' });
    await settle(service);
    await mutate(service, holder, 'resumeBinding', { bindingId });
    await settle(service);
    await unbind(service, holder, bindingId);
    expect(await askReader(credentialReference)).toEqual({ good: false, reason: 'UNREGISTERED' });
    await settle(service);
    expect(await askReader(credentialReference)).toEqual({ good: false, reason: 'UNREGISTERED' });
    expect(await askReader('cred_unheard_of')).toEqual({ good: false, reason: 'UNREGISTERED' });
  });
});

describe('usage', () => {
  it('is recorded once, told in both languages, and outlives the binding (requirement 15)', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    const at = service.clock.now().toISOString();
    const place = { 'zh-CN': '街角面包店', en: 'Corner Bakery' };
    const used = (usageId: string, value: number) =>
      tell(service, {
        type: 'usage.recorded',
        usageId,
        credentialReference,
        kind: 'PAYMENT',
        place,
        amount: { value, currency: 'CNY' },
        at,
      });
    for (const usageId of ['u-1', 'u-1', 'u-2']) expect(await used(usageId, 1250)).toBe(204);
    await unbind(service, holder, bindingId);
    await settle(service);
    const query = `query ($id: ID!, $first: Int!, $after: String) { card(id: $id) { usage(first: $first, after: $after) { edges { node { kind text amount { value } place } } pageInfo { hasNextPage endCursor } } } }`;
    const first = await service.ask(query, { id: cardId, first: 1 }, holder.claims);
    expect(first.data.card.usage).toMatchObject({
      edges: [{ node: { kind: 'PAYMENT', text: 'Paid CN¥12.50 at Corner Bakery', amount: { value: 1250 } } }],
      pageInfo: { hasNextPage: true },
    });
    const second = await service.ask(
      query,
      { id: cardId, first: 5, after: first.data.card.usage.pageInfo.endCursor },
      { ...holder.claims, locale: 'zh-CN' },
    );
    expect(second.data.card.usage).toMatchObject({
      edges: [{ node: { text: '在街角面包店支付 ¥12.50' } }],
      pageInfo: { hasNextPage: false },
    });
    expect(
      await service.composed.dataSource.query(`SELECT count(*)::int AS count FROM outbox_events WHERE key = $1`, [
        cardId,
      ]),
    ).toEqual([{ count: 2 }]);
  });
});

describe('an activation', () => {
  async function awaiting(): Promise<{ bindingId: Id<'binding'>; operationId: Id<'operation'> }> {
    bank().plan('BIND', 'ACTIVATION');
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    const { operation } = await confirm(service, holder, binding.id);
    await settle(service);
    expect(await read(binding.id)).toMatchObject({
      status: 'AWAITING_ACTIVATION',
      nextSteps: [{ code: 'ACTIVATE' }, { code: 'CANCEL_BINDING' }],
    });
    return { bindingId: binding.id, operationId: operation.id };
  }

  it('ends in a bound card', async () => {
    const { bindingId, operationId } = await awaiting();
    for (const message of bank().activate(operationId))
      expect(await service.composed.applyProviderMessage(message)).toBe('APPLIED');
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  /** The holder finishes the provider's step although the binding is over; the card must not stay there. */
  async function activateTooLate(operationId: Id<'operation'>): Promise<void> {
    await service.jobs.run({ mayFail: true });
    for (const message of bank().activate(operationId))
      expect(await service.composed.applyProviderMessage(message)).toBe('STALE');
    await service.jobs.run({ mayFail: true });
    bank().settle();
    await service.jobs.run();
    expect(await bank().connector.credentialStatus(`cred_${operationId}`)).toEqual({ ok: true, value: 'ABSENT' });
    expect(
      bank().sent.filter(
        ({ kind, credentialReference }) => kind === 'UNBIND' && credentialReference === `cred_${operationId}`,
      ),
    ).toHaveLength(1);
  }

  it('lapses after thirty days and leaves no orphan at the provider', async () => {
    const { bindingId, operationId } = await awaiting();
    service.clock.advance(30 * day + 1000);
    await activateTooLate(operationId);
    expect(await read(bindingId)).toMatchObject({ status: 'DECLINED' });
  });

  it('can be declined by the provider, which ends the wait at once', async () => {
    const { bindingId, operationId } = await awaiting();
    const declined = {
      operationId,
      outcome: { is: 'REFUSED', cause: 'ACTIVATION_DECLINED' },
      channel: 'PROVIDER_QUERY',
    } as const;
    expect(await service.composed.settleOperation(declined)).toBe('APPLIED');
    expect(await service.composed.settleOperation(declined)).toBe('STALE');
    expect(await read(bindingId)).toMatchObject({ status: 'DECLINED' });
    const { data } = await service.ask(
      `{ binding(id: "${bindingId}") { card { history(first: 1) { edges { node { reason to } } } } } }`,
      {},
      holder.claims,
    );
    expect(data.binding.card.history.edges[0].node).toEqual({ reason: 'ACTIVATION_DECLINED', to: 'DECLINED' });
    await activateTooLate(operationId);
  });

  it('can be given up and leaves no orphan at the provider', async () => {
    const { bindingId, operationId } = await awaiting();
    await mutate(service, holder, 'cancelBinding', { bindingId });
    await activateTooLate(operationId);
    expect(await read(bindingId)).toMatchObject({ status: 'DECLINED' });
  });

  it('can be unbound before it has come, and leaves no orphan either', async () => {
    const { bindingId, operationId } = await awaiting();
    bank().plan('UNBIND', 'REFUSE');
    expect(await unbind(service, holder, bindingId)).toMatchObject({ __typename: 'RequestUnbindSuccess' });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'UNBOUND', credentialReference: null });
    await activateTooLate(operationId);
    expect(await read(bindingId)).toMatchObject({ status: 'UNBOUND' });
  });
});

describe('a card removed at the provider', () => {
  it('is unbound here too after a question shows it, and can be restored (requirement 20)', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    const message = bank().removeOutside(credentialReference);
    expect(await tell(service, { type: 'credential.removed', credentialReference })).toBe(204);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({
      status: 'UNBOUND',
      receipt: null,
      restorable: { strategy: 'REACTIVATE' },
    });
    expect(await service.composed.applyProviderMessage(message)).toBe('STALE');
  });

  it('stays bound when the claim is not true', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    await service.composed.applyProviderMessage({
      type: 'credential.removed',
      provider: 'seaside-bank',
      credentialReference,
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', sync: { state: 'IN_SYNC' } });
  });
});

describe('the end of the restore window', () => {
  it('retires the binding, purges its secrets and keeps its history', async () => {
    const { bindingId, cardId } = await bind(service, holder, 'cloudgate', accessCard('RG-1006'));
    const bankCard = await bind(service, holder);
    for (const id of [bindingId, bankCard.bindingId]) await unbind(service, holder, id);
    await settle(service);
    service.clock.advance(95 * day + 1000);
    await service.jobs.run();
    expect(await read(bankCard.bindingId)).toMatchObject({
      status: 'RETIRED',
      credentialReference: null,
      receipt: { id: expect.any(String) },
    });
    expect(await read(bindingId)).toMatchObject({ status: 'RETIRED' });
    expect(
      await service.composed.dataSource.query('SELECT token FROM card WHERE id = ANY($1)', [[cardId, bankCard.cardId]]),
    ).toEqual([{ token: null }, { token: null }]);
    const { data } = await service.ask(
      `{ card(id: "${bankCard.cardId}") { history { edges { node { text } } } } }`,
      {},
      holder.claims,
    );
    expect(data.card.history.edges[0].node.text).toBe('The time to restore is over.');
    const proof = await service.prove({
      id: newId('proof'),
      accountId: holder.viewer.accountId,
      action: 'RESTORE',
      subjectId: bankCard.bindingId,
      factor: 'SMS_CODE',
    });
    expect(await mutate(service, holder, 'requestRestore', { bindingId: bankCard.bindingId, proof })).toMatchObject({
      __typename: 'RestoreRefusedError',
      reason: 'WINDOW_OVER',
      remedies: [{ code: 'Rebind' }, { code: 'ContactSupport' }],
    });
  });
});
