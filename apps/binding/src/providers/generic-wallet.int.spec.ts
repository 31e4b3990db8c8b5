import type { Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { aHolder, mutate, type Holder } from '../testing/holder';
import { consentTo } from '../testing/consent';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';
import type { Answer, RunningBinding } from '../testing/start-binding-service';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
let account = 13_800_000_009;

beforeAll(async () => {
  binding = await createBindingProcess();
  world = createSimulatedWorld(binding.simulator.url);
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(() => world.endFaults());

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

const fields = 'status credentialReference sync { state } card { displayName }';
const read = async (id: string) =>
  (await binding.ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id }, holder.claims)).data.binding;
const becomes = (id: string, status: string) =>
  eventually(async () => expect(await read(id)).toMatchObject({ status, sync: { state: 'IN_SYNC' } }), {
    withinMs: 25_000,
    everyMs: 50,
  });

const start = (provider: string, typed = String((account += 10))) => {
  const { deviceId } = holder.viewer;
  return command('startBinding', {
    provider,
    deviceId,
    consent: consentTo(provider),
    card: { wallet: { account: typed } },
  });
};

async function bound(provider: string): Promise<string> {
  const { binding: begun } = await start(provider);
  const proof = await binding.prove('BIND', holder.viewer.accountId, begun.id);
  await command('confirmBinding', { bindingId: begun.id, proof });
  await becomes(begun.id, 'ACTIVE');
  return begun.id;
}

async function planOf(id: string) {
  const query = 'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest blockers { code } } }';
  return (await binding.ask(query, { id }, holder.claims)).data.unbindPreflight;
}

const cny = (value: number) => ({ value, currency: 'CNY' });
const unspent = cny(4_200);
const tank = { id: 'p1', amount: cny(12_000), text: '92# 汽油' };
const wash = { id: 'm1', merchant: 'Car Wash', amount: cny(3_000) };
const owed = { balance: unspent, pending: [tank], mandates: [wash] };

async function hangingOn(id: string): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) {
    obligations { balance { value currency } pending { id } mandates { id } offers { kind digest amount { value currency } } }
    obligationActs { id kind state amount { value currency } } } }`;
  return (await binding.ask(query, { id }, holder.claims)).data.binding;
}

describe.each([
  ['sinopec-yijie', 'Sinopec Yijie'],
  ['yifa-zhongxin', 'Yifa Zhongxin Wallet'],
])('a wallet by configuration only: %s', (provider, name) => {
  it('is bound, suspended there too, resumed, unbound when nothing is pending any more, and restored', async () => {
    const id = await bound(provider);
    const { credentialReference, card } = await read(id);
    expect(card.displayName).toBe(`${name} ·· ${String(account).slice(-4)}`);
    const atProvider = async () =>
      (await world.memory()).credentials.find((one) => one.credentialReference === credentialReference)?.status;

    await command('suspendBinding', { bindingId: id });
    await becomes(id, 'SUSPENDED');
    expect(await atProvider()).toBe('SUSPENDED');
    await command('resumeBinding', { bindingId: id });
    await becomes(id, 'ACTIVE');

    const pending = [{ id: 'p1', amount: { value: 12_000, currency: 'CNY' }, text: '92# 汽油' }];
    await world.setObligations(provider, credentialReference, { balance: null, pending, mandates: [] });
    expect((await planOf(id)).blockers).not.toEqual([]);
    await world.setObligations(provider, credentialReference, { balance: null, pending: [], mandates: [] });
    const { digest: planDigest, blockers } = await planOf(id);
    expect(blockers).toEqual([]);
    const proof = await binding.prove('UNBIND', holder.viewer.accountId, id, planDigest);
    await command('requestUnbind', { bindingId: id, planDigest, reason: 'PRIVACY', proof });
    await becomes(id, 'UNBOUND');
    expect(await atProvider()).toBe('ABSENT');

    const again = await binding.prove('RESTORE', holder.viewer.accountId, id);
    expect(await command('requestRestore', { bindingId: id, proof: again })).toMatchObject({
      __typename: 'RequestRestoreSuccess',
    });
    await becomes(id, 'ACTIVE');
    await world.remove(provider, credentialReference);
    await becomes(id, 'UNBOUND');
  });

  it.each([
    ['withdrawBalance', 'WITHDRAW_BALANCE', { balance: null, pending: [tank], mandates: [wash] }, unspent],
    ['settlePending', 'SETTLE_PENDING', { balance: unspent, pending: [], mandates: [wash] }, tank.amount],
    ['cancelMandate', 'CANCEL_MANDATE', { balance: unspent, pending: [tank], mandates: [] }, wash.amount],
  ] as const)('takes %s, exactly as it is offered, and nothing else is gone', async (mutation, kind, left, amount) => {
    const id = await bound(provider);
    const { credentialReference } = await read(id);
    await world.setObligations(provider, credentialReference, owed);
    const { offers } = (await hangingOn(id)).obligations;
    const offer = offers.find((one: Answer) => one.kind === kind);
    expect(offer).toMatchObject({ amount });
    const proof = await binding.prove(kind, holder.viewer.accountId, id as Id<'binding'>, offer.digest);
    const asked = await command(mutation, { bindingId: id, planDigest: offer.digest, proof });
    expect(asked).toMatchObject({ __typename: `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Success` });
    await eventually(
      async () =>
        expect((await hangingOn(id)).obligationActs).toMatchObject([{ id: asked.act.id, kind, state: 'DONE', amount }]),
      { withinMs: 25_000, everyMs: 50 },
    );
    const { obligations } = await hangingOn(id);
    expect(obligations).toMatchObject({
      balance: left.balance,
      pending: left.pending.map(({ id: of }) => ({ id: of })),
      mandates: left.mandates.map(({ id: of }) => ({ id: of })),
    });
    expect(obligations.offers.map((one: Answer) => one.kind)).toEqual(
      offers.map((one: Answer) => one.kind).filter((one: string) => one !== kind),
    );
    const there = (await world.memory()).credentials.find((one) => one.credentialReference === credentialReference);
    expect(there).toMatchObject({ status: 'ACTIVE', obligations: left });
    // What was shown before is not done twice.
    const again = await binding.prove(kind, holder.viewer.accountId, id as Id<'binding'>, offer.digest);
    expect(await command(mutation, { bindingId: id, planDigest: offer.digest, proof: again })).toMatchObject({
      __typename: 'ObligationOfferChangedError',
    });
  });

  it('tells a holder whose account it does not know, or does not take', async () => {
    expect(await start(provider, '13800000004')).toMatchObject({
      __typename: 'BindingRefusedError',
      refusal: 'ACCOUNT_UNKNOWN',
    });
    expect(await start(provider, 'li.lei.0002@mail.example')).toMatchObject({
      __typename: 'BindingRefusedError',
      refusal: 'ACCOUNT_NOT_ACCEPTED',
    });
  });
});
