import { newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { aHolder, mutate, newCardNumber, type Holder } from '../../../testing/holder';
import { consentTo } from '../../../testing/consent';
import type { RunningBinding } from '../../../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../../../testing/start-process';

const bank = 'lotus-bank';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
/** One for each test. */
let phone: string;
let phones = 0;
beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
  world = createSimulatedWorld(binding.simulator.url);
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
  phone = `+861380013${String(8100 + ++phones)}`;
});
afterEach(() => world.endFaults());

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

const details = () => ({ number: newCardNumber(), holderName: '李梅', idNumber: '11010519491231002X', phone });
const start = (bankCard: object) =>
  command('startBinding', {
    provider: bank,
    deviceId: holder.viewer.deviceId,
    consent: consentTo(bank),
    card: { bank: bankCard },
  });

const fields = `phase status credentialReference holds { owner cause } activation { steps { kind sentTo } }
  card { id lastFour expiresOn worksUntil history(first: 20) { edges { node { kind } } } }`;
const read = async (id: string) =>
  (await binding.ask(`query ($id: ID!) { binding(id: $id) { ${fields} } }`, { id }, holder.claims)).data.binding;
const becomes = (bindingId: string, expected: object) =>
  eventually(
    async () => {
      const seen = await read(bindingId);
      expect(seen).toMatchObject(expected);
      return seen;
    },
    { withinMs: 25_000, everyMs: 50 },
  );

async function awaitingCode() {
  const started = await start(details());
  const bindingId = started.binding.id as string;
  const proof = await binding.prove('BIND', holder.viewer.accountId, bindingId);
  const { operation } = await command('confirmBinding', { bindingId, proof });
  const waiting = await becomes(bindingId, { phase: 'AWAITING_ACTIVATION' });
  return { bindingId, operationId: operation.id as string, waiting };
}

async function bound() {
  const { bindingId } = await awaitingCode();
  await command('answerActivation', { bindingId, code: await world.nextCode(phone, []) });
  return { bindingId, ...(await becomes(bindingId, { status: 'ACTIVE' })) };
}

const other = (code: string) => (code === '000000' ? '111111' : '000000');

describe('a bank that compares four elements', () => {
  it('sends its customer a code, and the card is bound by it', async () => {
    const { bindingId, waiting } = await awaitingCode();
    const masked = `${phone.slice(0, 6)}****${phone.slice(-4)}`;
    expect(waiting.activation.steps).toEqual([{ kind: 'ENTER_CODE', sentTo: masked }]);
    const code = await world.nextCode(phone, []);
    expect(await command('answerActivation', { bindingId, code: other(code) })).toMatchObject({
      rejection: 'CODE_WRONG',
      attemptsLeft: 2,
    });
    await command('answerActivation', { bindingId, code });
    const { credentialReference } = await becomes(bindingId, { status: 'ACTIVE', activation: null });
    expect(await world.pay(credentialReference, 1250, 'Corner Bakery')).toEqual({ approved: true, reason: 'ACTIVE' });
  });

  it('sends another code on request, and only that one counts', async () => {
    const { bindingId, operationId } = await awaitingCode();
    const first = await world.nextCode(phone, []);
    const seen = await world.messages(phone);
    await world.resendCode(bank, operationId);
    const second = await world.nextCode(phone, seen);
    if (second !== first)
      expect(await command('answerActivation', { bindingId, code: first })).toMatchObject({ rejection: 'CODE_WRONG' });
    await command('answerActivation', { bindingId, code: second });
    await becomes(bindingId, { status: 'ACTIVE' });
  });

  it('refuses after three wrong codes', async () => {
    const { bindingId } = await awaitingCode();
    const wrong = other(await world.nextCode(phone, []));
    for (let tries = 0; tries < 3; tries++) await command('answerActivation', { bindingId, code: wrong });
    await becomes(bindingId, { phase: 'DECLINED' });
  });

  it('says which phone to look at, and not whether it was the name or the ID number', async () => {
    expect(await start({ ...details(), phone: '+8613800130004' })).toMatchObject({
      refusal: 'RESERVED_PHONE_DIFFERS',
      remedies: [{ code: 'ConfirmWithBank' }, { code: 'CorrectInput' }, { code: 'UseOtherCard' }],
    });
    expect(await start({ ...details(), holderName: '王五' })).toMatchObject({ refusal: 'CARD_DETAILS_DIFFER' });
    expect(await start({ ...details(), idNumber: '110105194912310021' })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'card.bank.idNumber',
    });
    expect(await start({ number: newCardNumber() })).toMatchObject({ field: 'card.bank.holderName', rule: 'REQUIRED' });
  });

  it('counts each guess at the rest of one card', async () => {
    const card = details();
    const guess = (tries: number) => start({ ...card, phone: `+8613800${10 + tries}0004` });
    for (let tries = 0; tries < 5; tries++)
      expect(await guess(tries)).toMatchObject({ refusal: 'RESERVED_PHONE_DIFFERS' });
    expect(await guess(5)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('suspends and resumes on its side, which the holder sees and cannot lift', async () => {
    const { bindingId, credentialReference } = await bound();
    await world.hold(bank, credentialReference, true);
    await becomes(bindingId, { status: 'SUSPENDED', holds: [{ owner: 'PROVIDER', cause: 'SUSPENDED_BY_PROVIDER' }] });
    expect((await world.pay(credentialReference, 100, 'Shop')).approved).toBe(false);
    await world.hold(bank, credentialReference, false);
    await becomes(bindingId, { status: 'ACTIVE', holds: [] });
  });

  it('renews a card under another number, and it stays bound', async () => {
    const { bindingId, credentialReference, card } = await bound();
    await world.renew(bank, credentialReference, { expiresOn: '2039-12-31', lastFour: '4321' });
    const renewed = await becomes(bindingId, {
      status: 'ACTIVE',
      credentialReference,
      card: { id: card.id, lastFour: '4321', expiresOn: '2039-12-31', worksUntil: '2040-01-07' },
    });
    expect(renewed.card.history.edges[0].node.kind).toBe('CARD_UPDATED');
    expect(await world.pay(credentialReference, 100, 'Shop')).toMatchObject({ approved: true });
    // What it is called at the bank now is what the next request names.
    await command('suspendBinding', { bindingId });
    await becomes(bindingId, { status: 'SUSPENDED' });
    await eventually(async () =>
      expect(await command('resumeBinding', { bindingId })).toMatchObject({ __typename: 'ResumeBindingSuccess' }),
    );
    await becomes(bindingId, { status: 'ACTIVE' });
  });

  it('has people look at a card that was taken off and is bound again, and not at the first bind', async () => {
    const card = details();
    const { accountId } = holder.viewer;
    const confirm = async (bindingId: string) =>
      command('confirmBinding', { bindingId, proof: await binding.prove('BIND', accountId, bindingId) });
    const first = (await start(card)).binding.id as string;
    expect(await confirm(first)).toMatchObject({ __typename: 'ConfirmBindingSuccess', binding: { phase: 'BINDING' } });
    await becomes(first, { phase: 'AWAITING_ACTIVATION' });
    await command('answerActivation', { bindingId: first, code: await world.nextCode(phone, []) });
    await becomes(first, { status: 'ACTIVE' });
    const query = 'query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { digest } } }';
    const { digest } = (await binding.ask(query, { id: first }, holder.claims)).data.unbindPlan;
    const proof = await binding.prove('UNBIND', accountId, first, digest);
    await command('requestUnbind', { bindingId: first, planDigest: digest, reason: 'PRIVACY', proof });
    await becomes(first, { phase: 'UNBOUND' });

    const seen = await world.messages(phone);
    const again = (await start(card)).binding.id as Id<'binding'>;
    expect(await confirm(again)).toMatchObject({ __typename: 'ReviewFirstError', binding: { status: 'IN_REVIEW' } });
    expect(await world.messages(phone)).toEqual(seen);
    await binding.tellDecision({
      ...{ reviewId: newId('review'), bindingId: again, accountId, provider: bank, requestVersion: 2 },
      ...{ decision: 'APPROVE', reasons: [], reviewerIds: [newId('account')], reviewersNeeded: 1 },
      at: new Date().toISOString(),
    });
    await becomes(again, { phase: 'AWAITING_ACTIVATION' });
    await command('answerActivation', { bindingId: again, code: await world.nextCode(phone, seen) });
    await becomes(again, { status: 'ACTIVE' });
  }, 60_000);

  it('closes a card, which is off here once a question has shown it', async () => {
    const { bindingId, credentialReference } = await bound();
    await world.remove(bank, credentialReference);
    await becomes(bindingId, { phase: 'UNBOUND' });
  });
});
