import type { Id } from '@bindery/kernel';
import { createSimulatedWorld, createWeChatUser, type SimulatedWorld, type WeChatUser } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { consentTo } from '../../../testing/consent';
import { aHolder, mutate, preflight, type Holder } from '../../../testing/holder';
import type { RunningBinding } from '../../../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../../../testing/start-process';

const provider = 'wechat-pay';
const within = { withinMs: 30_000, everyMs: 200 };

let binding: BindingProcess;
/** The process is asked as a service within the test is. */
let service: RunningBinding;
let user: WeChatUser;
let world: SimulatedWorld;
let holder: Holder;

beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
  service = binding as unknown as RunningBinding;
  user = createWeChatUser(binding.simulator.url);
  world = createSimulatedWorld(binding.simulator.url);
  holder = aHolder();
}, 120_000);
afterAll(() => binding?.stop());

async function read(bindingId: Id<'binding'>) {
  const query = `query ($id: ID!) { binding(id: $id) { status phase credentialReference restorable { until } previousBinding { id }
    activation { steps { kind url } until } nextSteps { code } } }`;
  return (await binding.ask(query, { id: bindingId }, holder.claims)).data.binding;
}

const becomes = (bindingId: Id<'binding'>, expected: object) =>
  eventually(async () => expect(await read(bindingId)).toMatchObject(expected), within);

/** Begins with an account, proves it, and waits for the page where its holder signs. */
async function begin(account: string) {
  const started = await mutate(service, holder, 'startBinding', {
    provider,
    deviceId: holder.viewer.deviceId,
    consent: consentTo(provider),
    card: { wallet: { account } },
  });
  const bindingId = started.binding.id as Id<'binding'>;
  await mutate(service, holder, 'confirmBinding', {
    bindingId,
    proof: await binding.prove('BIND', holder.viewer.accountId, bindingId),
  });
  await becomes(bindingId, { phase: 'AWAITING_ACTIVATION', activation: { steps: [{ kind: 'OPEN_LINK' }] } });
  return bindingId;
}

async function sign(bindingId: Id<'binding'>): Promise<void> {
  await user.signContract((await read(bindingId)).activation.steps[0].url);
  await becomes(bindingId, { status: 'ACTIVE', activation: null });
}

async function unbind(bindingId: Id<'binding'>) {
  const { digest, fee, effects } = await preflight(service, holder, bindingId);
  const requested = await mutate(service, holder, 'requestUnbind', {
    bindingId,
    planDigest: digest,
    reason: 'PRIVACY',
    acceptedFee: fee,
    proof: await binding.prove('UNBIND', holder.viewer.accountId, bindingId, digest),
  });
  expect(requested).toMatchObject({ __typename: 'RequestUnbindSuccess' });
  return { fee, effects: effects.map(({ __typename }: { __typename: string }) => __typename) };
}

const atWeChat = async (reference: string) =>
  (await world.memory()).credentials.find(({ credentialReference }) => credentialReference === reference)?.status;

describe('a contract with WeChat Pay, in the service as it is started', () => {
  let first: Id<'binding'>;
  let second: Id<'binding'>;

  it('is bound when its holder has signed in WeChat', async () => {
    first = await begin('13800138000');
    const { activation, nextSteps } = await read(first);
    expect(Date.parse(activation.until)).toBeGreaterThan(Date.now());
    expect(nextSteps[0]).toEqual({ code: 'ACTIVATE' });
    await sign(first);
    expect(await atWeChat((await read(first)).credentialReference)).toBe('ACTIVE');
  }, 60_000);

  it('is suspended here and resumed, while the contract stands', async () => {
    await mutate(service, holder, 'suspendBinding', { bindingId: first });
    await becomes(first, { status: 'SUSPENDED' });
    expect(await atWeChat((await read(first)).credentialReference)).toBe('ACTIVE');
    await mutate(service, holder, 'resumeBinding', { bindingId: first });
    await becomes(first, { status: 'ACTIVE' });
  }, 60_000);

  it('ends as the plan says: at once, without a fee, and does not come back', async () => {
    const { credentialReference } = await read(first);
    const plan = await unbind(first);
    expect(plan.fee).toBeNull();
    await becomes(first, { phase: 'UNBOUND', restorable: null });
    expect(await atWeChat(credentialReference)).toBe('ABSENT');
    expect(plan.effects).not.toContain('FeeEffect');
  }, 60_000);

  it('is signed anew for the same account, as a contract of its own', async () => {
    const { credentialReference } = await read(first);
    second = await begin('13800138000');
    await sign(second);
    const { previousBinding, credentialReference: reference } = await read(second);
    expect(previousBinding).toEqual({ id: first });
    expect(reference).not.toBe(credentialReference);
  }, 60_000);

  it('that its holder ends in WeChat is over here as well', async () => {
    await user.endContract((await read(second)).credentialReference);
    await becomes(second, { phase: 'UNBOUND' });
  }, 60_000);

  it('is bound although the request for its page was lost, and the word that it was signed', async () => {
    await world.order({ provider, kind: 'BIND', mode: 'error', times: 1 });
    const third = await begin('13800138001');
    await sign(third);
    await world.order({ provider, kind: 'UNBIND', mode: 'timeout-then-success', delayMs: 12_000, times: 1 });
    await unbind(third);
    await becomes(third, { phase: 'UNBOUND' });
    await world.order({ provider, kind: 'BIND', mode: 'silent', times: 1 });
    const fourth = await begin('13800138004');
    await user.signContract((await read(fourth)).activation.steps[0].url);
    // Nobody tells; who asks learns of it.
    expect(await atWeChat((await read(fourth)).credentialReference)).toBeUndefined();
    expect((await read(fourth)).phase).toBe('AWAITING_ACTIVATION');
  }, 120_000);

  it('is not bound with an account that WeChat Pay refuses', async () => {
    const started = await mutate(service, holder, 'startBinding', {
      provider,
      deviceId: holder.viewer.deviceId,
      consent: consentTo(provider),
      card: { wallet: { account: '13800130002' } },
    });
    const bindingId = started.binding.id as Id<'binding'>;
    await mutate(service, holder, 'confirmBinding', {
      bindingId,
      proof: await binding.prove('BIND', holder.viewer.accountId, bindingId),
    });
    await becomes(bindingId, { phase: 'DECLINED' });
  }, 60_000);
});
