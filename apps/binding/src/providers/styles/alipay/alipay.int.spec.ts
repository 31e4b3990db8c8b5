import { eventually } from '@bindery/testing';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { aHolder, mutate, type Holder } from '../../../testing/holder';
import { consentTo } from '../../../testing/consent';
import { createBindingProcess, type BindingProcess } from '../../../testing/start-process';
import type { RunningBinding } from '../../../testing/start-binding-service';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
/** None of the endings that the simulated world refuses or lets wait. */
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
afterEach(async () => {
  await world.endFaults();
  await world.orderAlipay({});
});

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

const fields = `status phase credentialReference holds { owner } sync { state } providerView { observed } activation { steps { kind url } until }
  nextSteps { code } card { displayName lastFour usage { edges { node { kind text amount { value } } } } }`;
const read = async (id: string) =>
  (await binding.ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id }, holder.claims)).data.binding;
const becomes = (id: string, wanted: object) =>
  eventually(async () => expect(await read(id)).toMatchObject(wanted), { withinMs: 25_000, everyMs: 50 });

/** Begun and proved; the holder has the link, and has not opened it. */
async function started(): Promise<{ id: string; url: string; account: string }> {
  const typed = String((account += 10));
  const { deviceId, accountId } = holder.viewer;
  const card = { wallet: { account: typed } };
  const begun = await command('startBinding', { provider: 'alipay', deviceId, consent: consentTo('alipay'), card });
  const id: string = begun.binding.id;
  await command('confirmBinding', { bindingId: id, proof: await binding.prove('BIND', accountId, id) });
  await becomes(id, { activation: { steps: [{ kind: 'OPEN_LINK' }] } });
  return { id, url: (await read(id)).activation.steps[0].url, account: typed };
}

async function bound(): Promise<{ id: string; reference: string }> {
  const { id, url, account: typed } = await started();
  await world.agreeAtAlipay(url, typed);
  await becomes(id, { status: 'ACTIVE' });
  return { id, reference: (await read(id)).credentialReference };
}

async function unbind(id: string): Promise<void> {
  const plan = 'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest blockers { code } fee { value } } }';
  const { data } = await binding.ask(plan, { id }, holder.claims);
  expect(data.unbindPreflight).toMatchObject({ blockers: [], fee: null });
  const planDigest = data.unbindPreflight.digest;
  const proof = await binding.prove('UNBIND', holder.viewer.accountId, id, planDigest);
  expect(await command('requestUnbind', { bindingId: id, planDigest, reason: 'PRIVACY', proof })).toMatchObject({
    __typename: 'RequestUnbindSuccess',
  });
}

const atAlipay = async (reference: string) =>
  (await world.memory()).credentials.find(({ credentialReference }) => credentialReference === reference)?.status;

describe('an Alipay account, by Alipay’s own interface', () => {
  it('is bound by its holder’s agreement there, pays, is suspended here, resumed, and unbound', async () => {
    const { id, url, account: typed } = await started();
    expect(url.length).toBeLessThan(2_000);
    await becomes(id, { status: 'AWAITING_ACTIVATION' });
    await world.agreeAtAlipay(url, typed);
    await becomes(id, { status: 'ACTIVE', activation: null, card: { lastFour: typed.slice(-4) } });
    const { credentialReference } = await read(id);

    await command('suspendBinding', { bindingId: id });
    await becomes(id, { status: 'SUSPENDED', sync: { state: 'IN_SYNC' } });
    // Alipay cannot suspend; what is asked here says no.
    expect(await atAlipay(credentialReference)).toBe('ACTIVE');
    await command('resumeBinding', { bindingId: id });
    await becomes(id, { status: 'ACTIVE' });

    await unbind(id);
    await becomes(id, { status: 'UNBOUND' });
    expect(await atAlipay(credentialReference)).toBe('ABSENT');
    expect((await read(id)).nextSteps.map(({ code }: { code: string }) => code)).toContain('REBIND');
  });

  it('is held by Alipay while Alipay has paused it, pays nothing, and is good again when it goes on', async () => {
    const { id, reference } = await bound();
    await world.hold('alipay', reference, true);
    await expect(world.deductAtAlipay(reference, '9.90', 'Coffee')).rejects.toThrow('422');
    await binding.compare(id as never);
    const held = { status: 'SUSPENDED', holds: [{ owner: 'PROVIDER' }], sync: { state: 'IN_SYNC' } };
    await becomes(id, { ...held, providerView: { observed: 'SUSPENDED' } });
    // Nobody here lifts what Alipay has laid.
    expect((await read(id)).nextSteps.map(({ code }: { code: string }) => code)).not.toContain('RESUME');
    expect(await command('resumeBinding', { bindingId: id })).not.toMatchObject({ __typename: 'ResumeBindingSuccess' });
    await world.hold('alipay', reference, false);
    await binding.compare(id as never);
    await becomes(id, { status: 'ACTIVE', holds: [], providerView: { observed: 'ACTIVE' } });
    await world.deductAtAlipay(reference, '9.90', 'Coffee');
    await becomes(id, { card: { usage: { edges: [{ node: { amount: { value: 990 } } }] } } });
  });

  it('is one agreement however often its holder agrees', async () => {
    const { id, url, account: typed } = await started();
    await Promise.all([1, 2, 3].map(() => world.agreeAtAlipay(url, typed)));
    await becomes(id, { status: 'ACTIVE' });
    await world.agreeAtAlipay(url, typed);
    await expect(world.agreeAtAlipay(url, '13900000000')).rejects.toThrow('SIGNED_BY_OTHER');
    const { credentialReference } = await read(id);
    expect(await atAlipay(credentialReference)).toBe('ACTIVE');
  });

  it('is not agreed to by a link that was changed', async () => {
    const { url, account: typed } = await started();
    const other = url.replace('effect_time%22%3A86400', 'effect_time%22%3A86399');
    expect(other).not.toBe(url);
    await expect(world.agreeAtAlipay(other, typed)).rejects.toThrow('LINK_INVALID');
  });

  it('is gone here too when its holder ends the agreement in Alipay', async () => {
    const { id, reference } = await bound();
    await world.remove('alipay', reference);
    await becomes(id, { status: 'UNBOUND' });
  });

  it('is taken off at Alipay again when its holder agrees after having cancelled here', async () => {
    const { id, url, account: typed } = await started();
    await becomes(id, { status: 'AWAITING_ACTIVATION' });
    await command('cancelBinding', { bindingId: id });
    await world.agreeAtAlipay(url, typed);
    await eventually(
      async () => {
        const { operations } = await world.memory();
        expect(
          operations.filter(({ provider, operationId }) => provider === 'alipay' && operationId.startsWith('unsign_')),
        ).not.toEqual([]);
      },
      { withinMs: 25_000 },
    );
    await becomes(id, { phase: 'DECLINED' });
  });

  it.each(['utf-8', 'GBK'] as const)('tells a payment, with its merchant in %s', async (charset) => {
    const { id, reference } = await bound();
    await world.orderAlipay({ charset });
    const merchant = '易捷便利店 100%20 a+b=c&d';
    await world.deductAtAlipay(reference, '12.50', merchant);
    await becomes(id, { card: { usage: { edges: [{ node: { kind: 'PAYMENT', amount: { value: 1250 } } }] } } });
    expect((await read(id)).card.usage.edges[0].node.text).toContain(merchant);
  });

  it('goes on while Alipay changes its key, and believes nobody else', async () => {
    await world.orderAlipay({ key: 1 });
    const { id } = await bound();
    await world.orderAlipay({ key: 2 });
    const { id: other, url, account: typed } = await started();
    await world.agreeAtAlipay(url, typed);
    await unbind(id);
    // Nothing that is signed by a strange key is taken for an answer, neither that it is there nor that it is gone.
    await becomes(id, { phase: 'UNBINDING', sync: { state: 'UNKNOWN' } });
    expect((await read(other)).credentialReference).toBeNull();
    await world.orderAlipay({ key: 0 });
    await becomes(id, { status: 'UNBOUND' });
    await becomes(other, { status: 'ACTIVE' });
  });

  it.each(['twice', 'late', 'silent', 'contradict'])('is bound although Alipay tells of it so: %s', async (mode) => {
    await world.order({ provider: 'alipay', kind: 'BIND', mode, times: 1, ...(mode === 'late' && { delayMs: 1_000 }) });
    const { id } = await bound();
    expect(await read(id)).toMatchObject({ status: 'ACTIVE' });
  });

  it.each(['error', 'timeout-then-success', 'slow', 'twice', 'late', 'silent', 'contradict'])(
    'is unbound although Alipay ends the agreement so: %s',
    async (mode) => {
      const { id, reference } = await bound();
      const delayMs = { 'timeout-then-success': 12_000, slow: 500, late: 1_000 }[mode];
      await world.order({
        provider: 'alipay',
        kind: 'UNBIND',
        mode,
        times: 1,
        ...(delayMs !== undefined && { delayMs }),
      });
      await unbind(id);
      await becomes(id, { status: 'UNBOUND' });
      expect(await atAlipay(reference)).toBe('ABSENT');
    },
    40_000,
  );

  it('stays bound where Alipay refuses to end the agreement', async () => {
    const { id, reference } = await bound();
    await world.order({ provider: 'alipay', kind: 'UNBIND', mode: 'refuse', times: 1 });
    await unbind(id);
    await becomes(id, { status: 'ACTIVE' });
    expect(await atAlipay(reference)).toBe('ACTIVE');
  });
});
