import { newId, type Id } from '@bindery/kernel';
import { createPhonesOutside, type PhonesOutside, type ShownPass } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { consentTo } from '../../../testing/consent';
import { aHolder, mutate, type Holder } from '../../../testing/holder';
import type { RunningBinding } from '../../../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../../../testing/start-process';

const provider = 'apple-wallet';
let binding: BindingProcess;
let phones: PhonesOutside;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
  phones = createPhonesOutside(binding.simulator.url);
}, 200_000);
afterAll(() => binding?.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(() => binding.simulator.order('DELETE', '/faults'));

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

const fields = 'status phase credentialReference sync { state } activation { steps { kind url } until }';
const read = async (id: string) =>
  (await binding.ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id }, holder.claims)).data.binding;
const soon = { withinMs: 60_000, everyMs: 100 };
const becomes = (id: string, status: string, within = soon) =>
  eventually(async () => expect((await read(id)).status).toBe(status), within);
const linkOf = (id: string): Promise<string> =>
  eventually(async () => {
    const { activation } = await read(id);
    expect(activation?.steps).toEqual([
      { kind: 'OPEN_LINK', url: expect.stringContaining('/passes/apple-wallet/links/') },
    ]);
    return activation.steps[0].url as string;
  }, soon);

async function confirmed(holderName = 'Li Mei'): Promise<Id<'binding'>> {
  const { deviceId, accountId } = holder.viewer;
  const card = { pass: { holderName } };
  const started = await command('startBinding', { provider, deviceId, consent: consentTo(provider), card });
  const bindingId = started.binding.id as Id<'binding'>;
  const proof = await binding.prove('BIND', accountId, bindingId);
  expect((await command('confirmBinding', { bindingId, proof })).__typename).toBe('ConfirmBindingSuccess');
  return bindingId;
}

/** Bound, with its pass on a phone of that name. */
async function bound(phone: string): Promise<{ bindingId: Id<'binding'>; serialNumber: string }> {
  const bindingId = await confirmed();
  const { serialNumber } = await phones.addPass(phone, await linkOf(bindingId));
  await becomes(bindingId, 'ACTIVE');
  return { bindingId, serialNumber };
}

const shows = (phone: string, serialNumber: string, pass: object): Promise<ShownPass> =>
  eventually(async () => {
    const found = (await phones.passesOn(phone)).find((each) => each.serialNumber === serialNumber);
    expect(found).toMatchObject(pass);
    return found as ShownPass;
  }, soon);
const says = (value: string) => ({
  shown: expect.objectContaining({ en: expect.arrayContaining([{ label: 'Status', value }]) }),
});

async function unbind(bindingId: string): Promise<void> {
  const { data } = await binding.ask(
    'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest } }',
    { id: bindingId },
    holder.claims,
  );
  const planDigest = data.unbindPreflight.digest;
  const proof = await binding.prove('UNBIND', holder.viewer.accountId, bindingId, planDigest);
  const answer = await command('requestUnbind', { bindingId, planDigest, reason: 'PRIVACY', proof });
  expect(answer.__typename).toBe('RequestUnbindSuccess');
}

describe('a pass in the wallet of a phone', () => {
  it('is bound when the phone has it, paused and resumed on the phone, void after the unbind, and comes back as another', async () => {
    const phone = `mei-${newId('event').slice(-8)}`.replace(/[^A-Za-z0-9-]/g, '');
    const bindingId = await confirmed();
    await becomes(bindingId, 'AWAITING_ACTIVATION');
    const link = await linkOf(bindingId);
    const added = await phones.addPass(phone, link);
    await becomes(bindingId, 'ACTIVE');
    expect(await read(bindingId)).toMatchObject({ credentialReference: added.barcode, activation: null });
    // Whoever finds the link afterwards finds nothing.
    await expect(phones.addPass('stranger', link)).rejects.toThrow(/LINK_NOT_ANSWERED.*410/);
    const first = await shows(phone, added.serialNumber, { voided: false, ...says('Valid') });
    expect(first.shown['zh-CN']).toContainEqual({ label: '会员', value: 'Li Mei' });

    await command('suspendBinding', { bindingId });
    await shows(phone, added.serialNumber, { barcode: null, voided: false, ...says('Paused') });
    await becomes(bindingId, 'SUSPENDED');
    await command('resumeBinding', { bindingId });
    await shows(phone, added.serialNumber, { barcode: added.barcode, ...says('Valid') });
    await becomes(bindingId, 'ACTIVE');

    await unbind(bindingId);
    await becomes(bindingId, 'UNBOUND');
    const last = await shows(phone, added.serialNumber, { barcode: null, voided: true, ...says('No longer valid') });
    expect(JSON.stringify(last.shown)).not.toContain('Li Mei');

    const proof = await binding.prove('RESTORE', holder.viewer.accountId, bindingId);
    expect((await command('requestRestore', { bindingId, proof })).__typename).toBe('RequestRestoreSuccess');
    const again = await phones.addPass(phone, await linkOf(bindingId));
    await becomes(bindingId, 'ACTIVE');
    expect(again.serialNumber).not.toBe(added.serialNumber);
    expect((await read(bindingId)).credentialReference).toBe(again.barcode);
    await shows(phone, added.serialNumber, { voided: true });
  }, 120_000);

  it('is unbound when the phone took it off', async () => {
    const { bindingId, serialNumber } = await bound('lan');
    await phones.removePass('lan', serialNumber);
    await becomes(bindingId, 'UNBOUND');
  }, 60_000);

  it('is unbound when the phone is gone, which the next push finds out', async () => {
    const { bindingId } = await bound('lost');
    await phones.erase('lost');
    const { __typename } = await command('suspendBinding', { bindingId });
    await becomes(bindingId, 'UNBOUND');
    expect(__typename).toMatch(/^SuspendBindingSuccess$|^TransitionRefusedError$/);
  }, 90_000);

  it('is told to the phone in the end, however the push service behaves', async () => {
    const { bindingId, serialNumber } = await bound('slow');
    await binding.simulator.order('PUT', '/faults', { provider, mode: 'error', times: 1 });
    await command('suspendBinding', { bindingId });
    await shows('slow', serialNumber, { barcode: null });
    // Taken by APNs and never delivered: the next change brings this one along.
    await binding.simulator.order('PUT', '/faults', { provider, mode: 'never', times: 1 });
    await command('resumeBinding', { bindingId });
    await becomes(bindingId, 'ACTIVE');
    await binding.simulator.order('PUT', '/faults', { provider, mode: 'twice', times: 1 });
    await unbind(bindingId);
    await shows('slow', serialNumber, { voided: true });
  }, 90_000);

  it('is taken off again when it was added after its binding was given up', async () => {
    const bindingId = await confirmed();
    await becomes(bindingId, 'AWAITING_ACTIVATION');
    const link = await linkOf(bindingId);
    expect((await command('cancelBinding', { bindingId })).__typename).toBe('CancelBindingSuccess');
    await becomes(bindingId, 'DECLINED');
    const { serialNumber } = await phones.addPass('late', link);
    await shows('late', serialNumber, { voided: true, barcode: null });
  }, 60_000);
});
