import { outsideWaitMs, subgraphTimeoutMs } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { aHolder, mutate, newCardNumber, type Holder } from './testing/holder';
import type { RunningBinding } from './testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from './testing/start-process';
import { consentTo } from './testing/consent';

let binding: BindingProcess;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
});

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

async function confirmed(
  provider = 'seaside-bank',
  card: object = { bank: { number: newCardNumber() } },
): Promise<string> {
  const { deviceId, accountId } = holder.viewer;
  const started = await command('startBinding', { provider, deviceId, consent: consentTo(provider), card });
  const bindingId = started.binding.id as string;
  const answer = await command('confirmBinding', {
    bindingId,
    proof: await binding.prove('BIND', accountId, bindingId),
  });
  expect(answer.__typename).toBe('ConfirmBindingSuccess');
  return bindingId;
}

const read = async (id: string) =>
  (
    await binding.ask(
      'query ($id: ID!) { binding(id: $id) { status credentialReference card { usage { edges { node { kind text } } } } } }',
      { id },
      holder.claims,
    )
  ).data.binding;
const becomes = (bindingId: string, status: string) =>
  eventually(async () => expect((await read(bindingId)).status).toBe(status), { withinMs: 25_000, everyMs: 50 });

async function requestUnbind(bindingId: string): Promise<void> {
  const { data } = await binding.ask(
    'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest } }',
    { id: bindingId },
    holder.claims,
  );
  const planDigest = data.unbindPreflight.digest;
  const proof = await binding.prove('UNBIND', holder.viewer.accountId, bindingId, planDigest);
  expect(await command('requestUnbind', { bindingId, planDigest, reason: 'DEVICE_CHANGE', proof })).toMatchObject({
    __typename: 'RequestUnbindSuccess',
  });
}

describe('the binding process beside the real simulator', () => {
  it('binds a card by the provider’s webhook, answers its reader, records the payment, and unbinds', async () => {
    const bindingId = await confirmed();
    await becomes(bindingId, 'ACTIVE');
    const { credentialReference } = await read(bindingId);
    const pay = () =>
      binding.simulator.order('POST', '/payments', {
        credentialReference,
        amount: { value: 1250, currency: 'CNY' },
        merchant: 'Corner Bakery',
      });
    expect(await pay()).toEqual({ approved: true, reason: 'ACTIVE' });
    await eventually(async () =>
      expect((await read(bindingId)).card.usage.edges).toMatchObject([{ node: { kind: 'PAYMENT' } }]),
    );
    await requestUnbind(bindingId);
    await becomes(bindingId, 'UNBOUND');
    expect(await pay()).toMatchObject({ approved: false, reason: 'UNREGISTERED' });
  });

  it('opens doors with an access card', async () => {
    const bindingId = await confirmed('cloudgate', { access: { site: 'riverside', memberNumber: 'RG-1500' } });
    await becomes(bindingId, 'ACTIVE');
    const { credentialReference } = await read(bindingId);
    expect(await binding.simulator.order('POST', '/doors/riverside-gate/taps', { credentialReference })).toEqual({
      opened: true,
      reason: 'ACTIVE',
    });
  });

  it('tells what a plan lacks, and that no card was taken, before the gateway gives it up, while the provider hangs', async () => {
    const bindingId = await confirmed();
    await becomes(bindingId, 'ACTIVE');
    const hangMs = 5_000;
    const hang = (kind: string) =>
      binding.simulator.order('PUT', '/faults', {
        provider: 'seaside-bank',
        kind,
        mode: 'slow',
        delayMs: hangMs,
        times: 1,
      });
    await hang('QUERY');
    await hang('TOKENISE');
    const began = performance.now();
    const { data } = await binding.ask(
      'query ($id: ID!) { unbindPreflight(bindingId: $id) { blockers { code } } }',
      { id: bindingId },
      holder.claims,
    );
    const quoted = performance.now();
    expect(data.unbindPreflight.blockers).toEqual([{ code: 'OBLIGATIONS_UNKNOWN' }]);
    const card = { bank: { number: newCardNumber() } };
    const { deviceId } = holder.viewer;
    expect(
      await command('startBinding', { provider: 'seaside-bank', deviceId, consent: consentTo('seaside-bank'), card }),
    ).toMatchObject({
      __typename: 'ProviderUnavailableError',
    });
    // Of its time budget, which is an inequality of constants, no clock is a test; that nothing waited for the provider is.
    expect(outsideWaitMs).toBeLessThan(subgraphTimeoutMs);
    expect(Math.max(quoted - began, performance.now() - quoted)).toBeLessThan(hangMs);
  });

  it('refuses what the gateway did not sign', async () => {
    const answer = await fetch(`${binding.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ _service { sdl } }"}',
    });
    expect(answer.status).toBe(401);
  });

  it('finishes a bind and an unbind after it was killed in the middle of them', async () => {
    const toUnbind = await confirmed();
    await becomes(toUnbind, 'ACTIVE');
    const { credentialReference } = await read(toUnbind);
    await requestUnbind(toUnbind);
    const toBind = await confirmed();
    expect(await binding.end('SIGKILL')).toBeNull();
    await binding.start();
    const amount = { value: 1250, currency: 'CNY' };
    const payment = { credentialReference, amount, merchant: 'Corner Bakery' };
    expect(await binding.simulator.order('POST', '/payments', payment)).toEqual({
      approved: false,
      reason: 'UNREGISTERED',
    });
    await becomes(toBind, 'ACTIVE');
    await becomes(toUnbind, 'UNBOUND');
  }, 60_000);

  it('ends with 0 on SIGTERM', async () => expect(await binding.end('SIGTERM')).toBe(0));
});
