// Who collects by itself, beside the real simulator: what a hold says, and what a use comes to that it does not stop.
import type { Id } from '@bindery/kernel';
import { createSimulatedWorld, createWeChatUser } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { createBorrower } from '../testing/borrower';
import { aHolder, mutate, type Holder } from '../testing/holder';
import { walletOf } from '../testing/promise/wallet-of';
import { wayOf, type World } from '../testing/promise/ways';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';
import type { Answer, RunningBinding } from '../testing/start-binding-service';

let binding: BindingProcess;
let outside: World;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  outside = { binding, world: createSimulatedWorld(binding.simulator.url) };
  await binding.start();
}, 120_000);
afterAll(() => binding?.stop());
beforeEach(() => void (holder = aHolder()));

const within = { withinMs: 25_000, everyMs: 100 };
const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

async function read(id: Id<'binding'>): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) { status holds { text } nextSteps { code title } cases { about }
    card { id provider { capabilities { collectsWhileSuspended } } usage(first: 5) { edges { node { id concern text } } } } } }`;
  const answer = await binding.ask(query, { id }, holder.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.binding;
}

const usesOf = ({ card }: Answer): Answer[] => card.usage.edges.map(({ node }: Answer) => node);

const deduct: Readonly<Record<string, (reference: string) => Promise<void>>> = {
  alipay: (reference) => outside.world.deductAtAlipay(reference, '12.50', 'Corner Bakery'),
  'wechat-pay': (reference) => createWeChatUser(binding.simulator.url).deduct(reference, 1_250, 'Corner Bakery'),
};

describe.each(['alipay', 'wechat-pay'])('%s, which collects while a card is held here', (code) => {
  it('is told of by the hold, the next steps and the profile; what it collects is a case, and disputed by one tap', async () => {
    const { id, credentialReference } = await walletOf(outside, holder).bind(code, await wayOf(outside, code));
    expect((await read(id)).nextSteps[0]).toMatchObject({ code: 'USE_CARD' });
    await deduct[code]?.(credentialReference);
    await eventually(async () => expect(usesOf(await read(id))).toMatchObject([{ concern: null }]), within);

    await command('suspendBinding', { bindingId: id });
    const held = await read(id);
    expect(held.card.provider.capabilities.collectsWhileSuspended).toBe(true);
    expect(held.holds[0].text).toMatch(/may still collect .* take the card off/);
    expect(held.nextSteps[0]).toEqual({
      code: 'UNBIND',
      title: 'Take the card off to stop what its provider collects',
    });
    expect(held.nextSteps.filter((step: Answer) => step.code === 'UNBIND')).toHaveLength(1);
    // They tell the second of it: one within that of the hold may have been before.
    await eventually(
      async () => {
        await deduct[code]?.(credentialReference);
        expect((await read(id)).cases).toEqual([{ about: 'USED_WHILE_HELD' }]);
      },
      { ...within, everyMs: 500 },
    );
    const [use] = usesOf(await read(id));
    expect(use).toMatchObject({
      concern: 'WHILE_HELD',
      text: expect.stringContaining('although the card was blocked'),
    });
    expect(await command('openDispute', { bindingId: id, about: 'UNAUTHORISED_USE', usageId: use?.id })).toMatchObject({
      __typename: 'OpenDisputeSuccess',
    });
  }, 90_000);
});

describe('a report that a card is lost', () => {
  it('says of each binding what it does not stop', async () => {
    const wallet = walletOf(outside, holder);
    const { card } = await read((await wallet.bind('alipay', await wayOf(outside, 'alipay'))).id);
    const reported = await command('reportLost', { cardId: card.id });
    expect(reported.results).toMatchObject([{ text: expect.stringMatching(/may still collect .* take the card off/) }]);
  }, 60_000);
});

describe('a bank that suspends by itself', () => {
  it('is not said to collect, and a collection all the same is a case', async () => {
    const bank = 'seaside-bank';
    const { id, credentialReference } = await walletOf(outside, holder).bind(bank, await wayOf(outside, bank));
    const mandates = [{ id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' } }];
    await outside.world.setObligations(bank, credentialReference, { balance: null, pending: [], mandates });
    await command('suspendBinding', { bindingId: id });
    await eventually(async () => {
      const charge = { mandateId: 'm-1' };
      expect(await outside.world.charge(bank, credentialReference, charge)).toMatchObject({ charged: false });
    }, within);
    const held = await read(id);
    expect(held.card.provider.capabilities.collectsWhileSuspended).toBe(false);
    expect(held.holds[0].text).toBe('You suspended it.');
    expect(held.nextSteps[0].code).not.toBe('UNBIND');
    await outside.world.charge(bank, credentialReference, { mandateId: 'm-1', anyway: true });
    await eventually(async () => expect((await read(id)).cases).toEqual([{ about: 'USED_WHILE_HELD' }]), within);
  }, 60_000);
});

describe('a lender that may collect no more', () => {
  it('is refused, and a collection all the same is a case that can be disputed', async () => {
    const borrower = createBorrower(binding, holder);
    const lender = 'xiaomi-finance';
    const { bindingId } = await borrower.offered();
    const { credentialReference } = await borrower.read(bindingId);
    const mandates = [{ id: 'repay', merchant: 'Xiaomi repay', amount: { value: 868_69, currency: 'CNY' } }];
    await outside.world.setObligations(lender, credentialReference, { balance: null, pending: [], mandates });
    const charge = (more: object = {}) =>
      outside.world.charge(lender, credentialReference, { mandateId: 'repay', ...more });
    await eventually(async () => expect(await charge()).toEqual({ charged: true, reason: null }), within);
    await eventually(async () => expect(usesOf(await read(bindingId))).toMatchObject([{ concern: null }]), within);

    const consent = (await borrower.consents()).find(({ purposeCode }) => purposeCode === 'REPAYMENT_DEBIT');
    await borrower.act('withdrawConsent', { consentId: consent?.id });
    await eventually(async () => expect(await charge()).toEqual({ charged: false, reason: 'CONSENT_MISSING' }), within);
    await charge({ anyway: true });
    await eventually(
      async () => expect((await read(bindingId)).cases).toEqual([{ about: 'COLLECTED_WITHOUT_CONSENT' }]),
      within,
    );
    const use = usesOf(await read(bindingId)).find(({ concern }) => concern === 'WITHOUT_CONSENT');
    expect(use?.text).toContain('without your consent to collect');
    expect(await borrower.act('openDispute', { bindingId, about: 'UNAUTHORISED_USE', usageId: use?.id })).toMatchObject(
      { __typename: 'OpenDisputeSuccess' },
    );
  }, 90_000);
});
