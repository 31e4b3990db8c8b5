import type { Id } from '@bindery/kernel';
import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { createBorrower, lender as provider, type Borrower } from '../testing/borrower';
import { consentTo } from '../testing/consent';
import { aHolder, type Holder } from '../testing/holder';
import { changeByTwo, changeProfile, confirmChange, readProfile } from '../testing/operator';
import { withAnotherDevice } from '../testing/scenes';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';

let binding: BindingProcess;
let world: SimulatedWorld;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;
let onOld: Borrower;
let onNew: Borrower;

beforeAll(async () => {
  binding = await createBindingProcess();
  world = createSimulatedWorld(binding.simulator.url);
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(async () => {
  before = aHolder();
  holder = await withAnotherDevice(binding, before);
  [onOld, onNew] = [createBorrower(binding, before), createBorrower(binding, holder)];
  await world.endFaults();
});

const withinMs = 25_000;
const planOf = async () => {
  const query =
    'query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest cards { binding { id } outcome obstacle carries } } } }';
  return (await onNew.ask(query, { id: before.viewer.deviceId })).movePlan;
};

/** Asks for the move of all cards to the new device; answers what takes the place of the one. */
async function move(): Promise<Id<'binding'>> {
  const fromDeviceId = before.viewer.deviceId;
  const { digest: planDigest } = await eventually(async () => {
    const plan = await planOf();
    expect(plan.cards).toHaveLength(1);
    return plan;
  });
  const proof = await binding.prove('MOVE', holder.viewer.accountId, fromDeviceId, planDigest);
  const moved = await onNew.act('moveCards', { fromDeviceId, planDigest, proof });
  return moved.cards[0].successor.id;
}
const phaseBecomes = (bindingId: string, phase: string) =>
  eventually(async () => expect(await onNew.read(bindingId)).toMatchObject({ phase }), { withinMs, everyMs: 100 });
const atLender = async (credentialReference: string) => {
  const { loans, consents, requests } = await world.lent();
  const isThere = (one: { readonly credentialReference: string }) => one.credentialReference === credentialReference;
  const kinds = requests.filter(isThere).map(({ kind }) => kind);
  return { loans: loans.filter(isThere), consents: consents.filter(isThere), kinds };
};
const standing = async (credentialReference: string) =>
  (await world.memory()).credentials.find((one) => one.credentialReference === credentialReference)?.status;

describe('an account at a lender that moves to another device', () => {
  it('takes along its loan and what was allowed, and the lender is asked for nothing twice', async () => {
    const { bindingId: oldId, loan } = await onOld.borrowed();
    const given = await onOld.consents();
    const { credentialReference: oldReference } = await onOld.read(oldId);
    const lent = (await atLender(oldReference)).loans[0];
    expect(await planOf()).toMatchObject({
      cards: [{ outcome: 'NEEDS_STEP', obstacle: null, carries: ['NUMBER', 'HISTORY', 'LOANS'] }],
    });
    const newId = await move();
    // Its lender has every bind looked at. Until then all of it stays where it is.
    await phaseBecomes(newId, 'IN_REVIEW');
    expect((await onOld.read(oldId)).loans).toMatchObject([{ state: 'RUNNING', binding: { id: oldId } }]);
    await onNew.approve(newId);
    await phaseBecomes(oldId, 'REPLACED');

    const { credentialReference: newReference } = await onNew.read(newId);
    expect(newReference).not.toBe(oldReference);
    // Of either binding: it stands with the new one.
    for (const id of [oldId, newId])
      expect((await onNew.read(id)).loans).toMatchObject([
        { id: loan.id, state: 'RUNNING', outstanding: loan.outstanding, binding: { id: newId } },
      ]);
    const now = await onNew.consents();
    for (const one of given.filter(({ purposeCode }) => purposeCode !== 'BIND')) {
      const same = now.find(({ id }) => id === one.id);
      expect(same).toMatchObject({ state: 'IN_FORCE', binding: { id: newId }, givenOn: { id: oldId } });
    }
    expect(now.filter(({ purposeCode }) => purposeCode === 'BIND')).toMatchObject([
      { state: 'IN_FORCE', binding: { id: newId }, givenOn: null },
      { state: 'ENDED', binding: { id: oldId }, givenOn: null },
    ]);
    expect(now).toHaveLength(given.length + 1);

    await eventually(async () => expect(await standing(oldReference)).toBe('ABSENT'), { withinMs });
    const [old, moved] = [await atLender(oldReference), await atLender(newReference)];
    expect(old).toMatchObject({ loans: [], consents: [] });
    expect(old.kinds.sort()).toEqual(['GIVE_CONSENT', 'GIVE_CONSENT', 'MOVE_ACCOUNT', 'OPEN_LOAN']);
    expect(moved.kinds).toEqual([]);
    expect(moved.loans).toEqual([{ ...lent, credentialReference: newReference }]);
    expect(moved.consents.map(({ purpose }) => purpose).sort()).toEqual(['CREDIT_CHECK', 'REPAYMENT_DEBIT']);

    // It goes on there: what is allowed is not asked for again, and is taken back from there.
    expect(await onNew.offersOf(newId)).toMatchObject({ __typename: 'LoanOffers' });
    const debit = now.find(({ purposeCode }) => purposeCode === 'REPAYMENT_DEBIT');
    expect((await onNew.allow(newId, 'REPAYMENT_DEBIT')).consent.id).toBe(debit?.id);
    expect((await onNew.act('withdrawConsent', { consentId: debit?.id })).consent.state).toBe('WITHDRAWN');
    await eventually(
      async () =>
        expect((await atLender(newReference)).consents).toContainEqual(
          expect.objectContaining({ purpose: 'REPAYMENT_DEBIT', withdrawn: true }),
        ),
      { withinMs },
    );
    await world.repay(provider, lent?.loanNumber ?? '', 100_000);
    await eventually(async () =>
      expect((await onNew.read(newId)).loans[0].outstanding.value).toBe((lent?.outstanding.value ?? 0) - 100_000),
    );
  }, 60_000);

  it('is a case where the lender has them stay, and stays there on the old device with its loan', async () => {
    const { bindingId: oldId } = await onOld.borrowed();
    const { credentialReference: oldReference } = await onOld.read(oldId);
    const newId = await move();
    await phaseBecomes(newId, 'IN_REVIEW');
    await world.order({ provider, kind: 'LENDING', mode: 'refuse', times: 1 });
    await onNew.approve(newId);
    const refused = { about: 'LENDER_REFUSED', closedAt: null };
    await eventually(async () => expect((await onNew.read(newId)).cases).toMatchObject([refused]), { withinMs });
    expect(await standing(oldReference)).toBe('ACTIVE');
    expect((await atLender(oldReference)).loans).toHaveLength(1);
  }, 60_000);

  it('stays with its loan where its lender lets none go along any more, by two operators, and says so', async () => {
    const { bindingId: oldId, loan } = await onOld.borrowed();
    const newId = await move();
    await phaseBecomes(newId, 'IN_REVIEW');
    const { deviceMove } = (await readProfile(binding, provider)).current.profile;
    const carries = deviceMove.carries.filter((thing: string) => thing !== 'LOANS');
    const wish = { deviceMove: { ...deviceMove, carries } };
    const { proposal } = await changeProfile(binding, wish, { code: provider });
    expect(proposal.loosens).toMatchObject([{ field: 'deviceMove.carries' }]);
    await confirmChange(binding, proposal.id);
    try {
      await onNew.approve(newId);
      const followed = 'query ($id: ID!) { binding(id: $id) { phase successor { id } } }';
      await eventually(
        async () =>
          expect((await onOld.ask(followed, { id: oldId })).binding).toEqual({ phase: 'BOUND', successor: null }),
        { withinMs },
      );
      expect((await onOld.read(oldId)).loans).toMatchObject([
        { id: loan.id, state: 'RUNNING', binding: { id: oldId } },
      ]);
      const third = await withAnotherDevice(binding, before);
      onNew = createBorrower(binding, third);
      expect((await planOf()).cards).toEqual([
        { binding: { id: oldId }, outcome: 'CANNOT', obstacle: 'LOAN_RUNNING', carries: [] },
      ]);
    } finally {
      await changeByTwo(binding, { deviceMove }, { code: provider });
    }
  }, 60_000);

  it('is not replaced as a card is, and keeps its loan', async () => {
    const { bindingId, loan } = await onOld.borrowed();
    const steps = 'query ($id: ID!) { binding(id: $id) { nextSteps { code } } }';
    const { nextSteps } = (await onOld.ask(steps, { id: bindingId })).binding;
    expect(nextSteps).not.toContainEqual({ code: 'REPLACE' });
    const card = { lender: { holderName: '李雷', idNumber: '11010519900307304X' } };
    const input = { bindingId, reason: 'DAMAGED', consent: consentTo(provider), card };
    expect(await onOld.act('replaceCard', input)).toMatchObject({
      __typename: 'NotReplaceableError',
    });
    expect(await onOld.read(bindingId)).toMatchObject({ phase: 'BOUND', loans: [{ id: loan.id, state: 'RUNNING' }] });
  }, 60_000);

  it('waits for what the lender is asked still, and for its answer before the old one is taken off', async () => {
    const { bindingId: oldId } = await onOld.borrowed();
    const { credentialReference: oldReference } = await onOld.read(oldId);
    const [one] = (await onOld.consents()).filter(({ purposeCode }) => purposeCode === 'CREDIT_CHECK');
    await onOld.act('withdrawConsent', { consentId: one?.id });
    const takenBack = async () => (await atLender(oldReference)).consents.filter(({ withdrawn }) => withdrawn);
    await eventually(async () => expect(await takenBack()).toHaveLength(1), { withinMs });
    const newId = await move();
    await phaseBecomes(newId, 'IN_REVIEW');
    await world.order({ provider, kind: 'LENDING', mode: 'late', delayMs: 3_000, times: 2 });
    await onOld.allow(oldId, 'CREDIT_CHECK');
    await onNew.approve(newId);
    expect((await onOld.read(oldId)).phase).toBe('BOUND');
    await phaseBecomes(oldId, 'REPLACED');
    const kinds = (await atLender(oldReference)).kinds;
    expect(kinds.filter((kind) => kind === 'GIVE_CONSENT')).toHaveLength(3);
    await eventually(async () => expect(await standing(oldReference)).toBe('ABSENT'), { withinMs });
    const { credentialReference: newReference } = await onNew.read(newId);
    expect((await atLender(newReference)).consents).toHaveLength(3);
    expect((await onNew.read(newId)).cases).toEqual([]);
  }, 60_000);
});
