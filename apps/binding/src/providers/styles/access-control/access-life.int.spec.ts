import { eventually } from '@bindery/testing';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { aHolder, mutate, type Holder } from '../../../testing/holder';
import { consentTo } from '../../../testing/consent';
import type { RunningBinding } from '../../../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../../../testing/start-process';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  await binding.start();
  world = createSimulatedWorld(binding.simulator.url);
}, 60_000);
afterAll(() => binding.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(() => world.endFaults());

const command = (name: Parameters<typeof mutate>[2], input: object) =>
  mutate(binding as unknown as RunningBinding, holder, name, input);

/** Members are taken by one test each. */
let members = 0;
const newMember = (provider: 'cloudgate' | 'northgate') =>
  provider === 'cloudgate'
    ? { site: 'riverside', memberNumber: `RG-${1100 + ++members}` }
    : { site: 'north-tower', memberNumber: `NT-${2100 + ++members}` };

async function start(provider: 'cloudgate' | 'northgate', member = newMember(provider)) {
  const { deviceId, accountId } = holder.viewer;
  const card = { access: member };
  const started = await command('startBinding', { provider, deviceId, consent: consentTo(provider), card });
  const bindingId = started.binding.id as string;
  await command('confirmBinding', { bindingId, proof: await binding.prove('BIND', accountId, bindingId) });
  return { bindingId, member };
}

const fields = `phase status credentialReference holds { owner cause liftableBy } activation { steps { kind sentTo } }
  revocation { allConfirmedAt worstCaseUntil text readers { id name site state confirmedAt worstCaseUntil text } }
  receipt { text feeCharged { value } revocation { allConfirmedAt readers { id state } } }`;
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

async function bindAtNorthgate() {
  const { bindingId, member } = await start('northgate');
  await becomes(bindingId, { phase: 'AWAITING_ACTIVATION' });
  const { code } = await world.invite('northgate', member);
  await command('answerActivation', { bindingId, code });
  return { bindingId, ...(await becomes(bindingId, { status: 'ACTIVE' })) };
}

async function unbind(bindingId: string) {
  const plan = await binding.ask(
    'query ($id: ID!) { unbindPreflight(bindingId: $id) { digest fee { value currency } effects { __typename text ... on DoorsLostEffect { doors offlineUntil } } } }',
    { id: bindingId },
    holder.claims,
  );
  const { digest: planDigest, fee, effects } = plan.data.unbindPreflight;
  const proof = await binding.prove('UNBIND', holder.viewer.accountId, bindingId, planDigest);
  const answer = await command('requestUnbind', {
    bindingId,
    planDigest,
    reason: 'CARD_REPLACED',
    acceptedFee: fee,
    proof,
  });
  expect(answer.__typename).toBe('RequestUnbindSuccess');
  return { fee, effects };
}

const hourMs = 60 * 60_000;

describe('a company’s site that invites its members', () => {
  it('binds by the code of the invitation, which a wrong one and a missing one are told from', async () => {
    const { bindingId, member } = await start('northgate');
    const waiting = await becomes(bindingId, { phase: 'AWAITING_ACTIVATION' });
    expect(waiting.activation.steps).toEqual([{ kind: 'ENTER_CODE', sentTo: null }]);
    const answer = (code: string) => command('answerActivation', { bindingId, code });
    expect(await answer('123456')).toMatchObject({ rejection: 'INVITATION_MISSING' });
    const { code } = await world.invite('northgate', member);
    const wrong = code === '123456' ? '654321' : '123456';
    expect(await answer(wrong)).toMatchObject({ rejection: 'CODE_WRONG', attemptsLeft: 2 });
    expect(await answer(` ${code.slice(0, 3)} ${code.slice(3)} `)).toMatchObject({
      __typename: 'AnswerActivationSuccess',
    });
    const { credentialReference } = await becomes(bindingId, { status: 'ACTIVE' });
    expect(await world.tap('north-lobby', credentialReference)).toEqual({ opened: true, reason: 'ACTIVE' });
  });

  it('gives up after three wrong codes, and no orphan stays there', async () => {
    const { bindingId, member } = await start('northgate');
    await becomes(bindingId, { phase: 'AWAITING_ACTIVATION' });
    const { code } = await world.invite('northgate', member);
    const wrong = code === '123456' ? '654321' : '123456';
    for (const attemptsLeft of [2, 1])
      expect(await command('answerActivation', { bindingId, code: wrong })).toMatchObject({ attemptsLeft });
    await command('answerActivation', { bindingId, code: wrong });
    await becomes(bindingId, { phase: 'DECLINED' });
  });

  it('is suspended and let go by its administrator, and the holder sees whose doing it is', async () => {
    const { bindingId, credentialReference } = await bindAtNorthgate();
    await world.hold('northgate', credentialReference, true);
    await becomes(bindingId, {
      status: 'SUSPENDED',
      holds: [{ owner: 'PROVIDER', cause: 'SUSPENDED_BY_PROVIDER', liftableBy: ['PROVIDER'] }],
    });
    expect(await world.tap('north-lobby', credentialReference)).toMatchObject({ opened: false });
    // The holder’s own suspension comes and goes beside it, and lifts nothing of the administrator’s.
    await command('suspendBinding', { bindingId });
    await eventually(async () => expect((await read(bindingId)).holds).toHaveLength(2));
    await eventually(async () =>
      expect(await command('resumeBinding', { bindingId })).toMatchObject({ __typename: 'ResumeBindingSuccess' }),
    );
    await becomes(bindingId, { status: 'SUSPENDED', holds: [{ owner: 'PROVIDER' }] });
    await world.hold('northgate', credentialReference, false);
    await becomes(bindingId, { status: 'ACTIVE', holds: [] });
    expect(await world.tap('north-lobby', credentialReference)).toEqual({ opened: true, reason: 'ACTIVE' });
  });

  it('is off at every reader in a moment, free of charge', async () => {
    const { bindingId } = await bindAtNorthgate();
    expect((await unbind(bindingId)).fee).toBeNull();
    const off = await becomes(bindingId, { phase: 'UNBOUND', revocation: { allConfirmedAt: expect.any(String) } });
    expect(off.revocation).toMatchObject({
      worstCaseUntil: null,
      text: 'All readers have confirmed that the card is off.',
      readers: [
        { id: 'north-floor-18', state: 'CONFIRMED', site: 'North Tower' },
        { id: 'north-lobby', state: 'CONFIRMED' },
      ],
    });
    expect(off.receipt.revocation.allConfirmedAt).toBe(off.revocation.allConfirmedAt);
  });

  it('takes a card back by itself, which is told reader by reader too', async () => {
    const { bindingId, credentialReference } = await bindAtNorthgate();
    await world.remove('northgate', credentialReference);
    const off = await becomes(bindingId, { phase: 'UNBOUND', revocation: { allConfirmedAt: expect.any(String) } });
    expect(off.receipt).toBeNull();
  });
});

describe('a housing estate with a reader that has no line', () => {
  async function bound() {
    const { bindingId } = await start('cloudgate');
    return { bindingId, ...(await becomes(bindingId, { status: 'ACTIVE' })) };
  }

  it('says before, on the receipt and on the card what is confirmed where, and the worst case for the rest', async () => {
    await world.setReader('cloudgate', 'riverside-garage', false);
    const { bindingId } = await bound();
    expect((await read(bindingId)).revocation).toBeNull();
    const { fee, effects } = await unbind(bindingId);
    expect(fee).toEqual({ value: 500, currency: 'CNY' });
    expect(effects).toContainEqual(
      expect.objectContaining({ __typename: 'DoorsLostEffect', doors: ['Main gate', 'Tower 2', 'Garage'] }),
    );
    const off = await becomes(bindingId, {
      phase: 'UNBOUND',
      revocation: {
        allConfirmedAt: null,
        readers: [
          { id: 'riverside-garage', name: 'Garage', state: 'OFFLINE', confirmedAt: null },
          { id: 'riverside-gate', state: 'CONFIRMED', worstCaseUntil: null },
          { id: 'riverside-tower-2', state: 'CONFIRMED' },
        ],
      },
    });
    const left = Date.parse(off.revocation.worstCaseUntil) - Date.now();
    expect(left).toBeGreaterThan(23 * hourMs);
    expect(left).toBeLessThanOrEqual(24 * hourMs);
    expect(off.revocation.text).toMatch(/^2 of 3 readers have confirmed/);
    expect(off.receipt.feeCharged).toEqual({ value: 500 });
    expect(off.receipt.text).toMatch(/Readers without a line may take until .* to know/);
    expect(off.receipt.revocation.readers).toContainEqual({ id: 'riverside-garage', state: 'OFFLINE' });

    await world.setReader('cloudgate', 'riverside-garage', true);
    const whole = await becomes(bindingId, { revocation: { allConfirmedAt: expect.any(String) } });
    expect(whole.revocation.readers).toHaveLength(3);
    expect(whole.revocation.worstCaseUntil).toBeNull();
  });

  it.each(['silent', 'twice', 'contradict', 'timeout-then-success'])(
    'is off all the same when the company is %s',
    async (mode) => {
      await world.setReader('cloudgate', 'riverside-tower-2', false);
      const { bindingId } = await bound();
      await world.order({ provider: 'cloudgate', kind: 'UNBIND', mode, times: 1, delayMs: 200 });
      await unbind(bindingId);
      await becomes(bindingId, {
        phase: 'UNBOUND',
        revocation: {
          allConfirmedAt: null,
          readers: expect.arrayContaining([
            expect.objectContaining({ id: 'riverside-gate', state: 'CONFIRMED' }),
            expect.objectContaining({ id: 'riverside-tower-2', state: 'OFFLINE' }),
          ]),
        },
      });
    },
  );
});
