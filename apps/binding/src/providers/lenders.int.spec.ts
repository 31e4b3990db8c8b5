import type { DataOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { consentTo } from '../testing/consent';
import { aHolder, mutate, type Holder } from '../testing/holder';
import type { RunningBinding } from '../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;

beforeAll(async () => {
  binding = await createBindingProcess();
  world = createSimulatedWorld(binding.simulator.url);
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
});

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

const fields = 'status credentialReference sync { state } card { displayName lastFour kind } nextSteps { code until }';
const read = async (id: string) =>
  (await binding.ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id }, holder.claims)).data.binding;
const becomes = (id: string, status: string) =>
  eventually(async () => expect(await read(id)).toMatchObject({ status, sync: { state: 'IN_SYNC' } }), {
    withinMs: 25_000,
    everyMs: 50,
  });

/** The number of an identity card with these three digits of order, its last place reckoned anew. */
function idNumber(order: string): string {
  const body = `11010519900307${order}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11];
}

const start = (provider: string, order: string, more: object = {}) =>
  command('startBinding', {
    provider,
    deviceId: holder.viewer.deviceId,
    consent: consentTo(provider),
    card: { lender: { holderName: '李雷', idNumber: idNumber(order), ...more } },
  });

async function confirm(bindingId: Id<'binding'>) {
  const proof = await binding.prove('BIND', holder.viewer.accountId, bindingId);
  return command('confirmBinding', { bindingId, proof });
}

type Decided = DataOf<'bindery.review.decided.v1'>;

/** What verification tells of the nth review of a binding: the second step of its life asks for the first one, each round takes three more. */
const decide = (bindingId: Id<'binding'>, provider: string, decided: Partial<Decided>) =>
  binding.tellDecision({
    reviewId: newId('review'),
    bindingId,
    accountId: holder.viewer.accountId,
    provider,
    requestVersion: 2,
    decision: 'APPROVE',
    reasons: [],
    reviewerIds: [newId('account')],
    reviewersNeeded: 1,
    at: new Date().toISOString(),
    ...decided,
  });

describe('an account at a lender', () => {
  it('is looked at by people before the lender is asked, is bound, suspended, resumed, and unbound for good', async () => {
    const provider = 'xiaomi-finance';
    const { binding: begun } = await start(provider, '101');
    const id = begun.id as Id<'binding'>;
    expect(await confirm(id)).toMatchObject({
      __typename: 'ReviewFirstError',
      code: 'REVIEW_FIRST',
      remedies: [{ code: 'WaitUntil' }],
      binding: { status: 'IN_REVIEW', nextSteps: [{ code: 'WAIT_FOR_REVIEW' }, { code: 'CANCEL_BINDING' }] },
    });
    expect((await read(id)).nextSteps[0].until > new Date().toISOString()).toBe(true);
    expect((await world.memory()).operations ?? []).toEqual([]);

    await decide(id, provider, { decision: 'ASK_FOR_MORE', reasons: ['DOCUMENT_MISSING'] });
    await becomes(id, 'VERIFYING');
    expect(await confirm(id)).toMatchObject({ binding: { status: 'IN_REVIEW' } });
    // The first decision once more, and one about the first request: neither moves the second.
    await decide(id, provider, { decision: 'REFUSE', reasons: ['NOT_ELIGIBLE'] });
    await decide(id, provider, { requestVersion: 4 });
    await becomes(id, 'ACTIVE');

    const { credentialReference, card } = await read(id);
    expect(card.displayName).toBe(`Xiaomi Finance ·· ${card.lastFour}`);
    expect(card).toMatchObject({ kind: 'LENDER_ACCOUNT', lastFour: expect.stringMatching(/^\d{4}$/) });
    const atLender = async () =>
      (await world.memory()).credentials.find((one) => one.credentialReference === credentialReference)?.status;
    await command('suspendBinding', { bindingId: id });
    await becomes(id, 'SUSPENDED');
    expect(await atLender()).toBe('SUSPENDED');
    await command('resumeBinding', { bindingId: id });
    await becomes(id, 'ACTIVE');

    const plan = async () => {
      const query = 'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest blockers { code } } }';
      return (await binding.ask(query, { id }, holder.claims)).data.unbindPreflight;
    };
    const mandates = [{ id: 'm1', merchant: '小米贷款 每月还款' }];
    await world.setObligations(provider, credentialReference, { balance: null, pending: [], mandates });
    expect((await plan()).blockers).not.toEqual([]);
    await world.setObligations(provider, credentialReference, { balance: null, pending: [], mandates: [] });
    const { digest: planDigest, blockers } = await plan();
    expect(blockers).toEqual([]);
    const proof = await binding.prove('UNBIND', holder.viewer.accountId, id, planDigest);
    await command('requestUnbind', { bindingId: id, planDigest, reason: 'PRIVACY', proof });
    await becomes(id, 'UNBOUND');
    expect(await atLender()).toBe('ABSENT');
    const again = await binding.prove('RESTORE', holder.viewer.accountId, id);
    expect(await command('requestRestore', { bindingId: id, proof: again })).toMatchObject({
      __typename: 'RestoreRefusedError',
    });
  }, 60_000);

  it('takes two different people where its lender wants two, and nobody’s own word', async () => {
    const provider = 'harvest-loans';
    const { binding: begun } = await start(provider, '103');
    const id = begun.id as Id<'binding'>;
    await confirm(id);
    await decide(id, provider, { reviewersNeeded: 2 });
    await decide(id, provider, { reviewersNeeded: 2, reviewerIds: [newId('account'), holder.viewer.accountId] });
    await decide(id, provider, { reviewersNeeded: 2, reviewerIds: [newId('account'), newId('account')] });
    await becomes(id, 'ACTIVE');
    const query = `query ($id: ID!) { binding(id: $id) { card { history(first: 20) { edges { node { kind way } } } } } }`;
    const { data } = await binding.ask(query, { id }, holder.claims);
    expect(JSON.stringify(data)).toContain('REVIEW');
  }, 60_000);

  it('is over when people refuse it', async () => {
    const { binding: begun } = await start('xiaomi-finance', '105');
    const id = begun.id as Id<'binding'>;
    await confirm(id);
    await decide(id, 'xiaomi-finance', { decision: 'REFUSE', reasons: ['SUSPECTED_MISUSE'] });
    await becomes(id, 'DECLINED');
  });

  it('is not begun where the lender does not know the person, or by another name, or with a mistake in the number', async () => {
    expect(await start('xiaomi-finance', '004')).toMatchObject({ refusal: 'LENDER_ACCOUNT_UNKNOWN' });
    expect(await start('harvest-loans', '002')).toMatchObject({ refusal: 'IDENTITY_MISMATCH' });
    const mistyped = idNumber('107').replace(/.$/, (last) => (last === '1' ? '2' : '1'));
    expect(await start('xiaomi-finance', '107', { idNumber: mistyped })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'card.lender.idNumber',
    });
  });
});
