import { createSimulatedWorld, type SimulatedWorld } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { createBorrower, lender as provider, type Borrower } from '../testing/borrower';
import { confirmDecision, decide } from '../testing/disputes';
import { aHolder, type Holder } from '../testing/holder';
import { changeProfile, readProfile } from '../testing/operator';
import type { Answer } from '../testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from '../testing/start-process';

let binding: BindingProcess;
let world: SimulatedWorld;
let holder: Holder;
let borrower: Borrower;

beforeAll(async () => {
  binding = await createBindingProcess();
  world = createSimulatedWorld(binding.simulator.url);
  await binding.start();
}, 60_000);
afterAll(() => binding.stop());
beforeEach(async () => {
  holder = aHolder();
  borrower = createBorrower(binding, holder);
  await world.endFaults();
});

const disputablesOf = async (id: string): Promise<{ about: string; loanId: string | null }[]> =>
  (await borrower.ask('query ($id: ID!) { binding(id: $id) { disputable { about loanId } } }', { id })).binding
    .disputable;
const planOf = async (id: string): Promise<Answer> =>
  (
    await borrower.ask(
      'query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { effects { __typename text } blockers { kind remedies { code } } } } }',
      { id },
    )
  ).unbindPlan;

describe('a loan', () => {
  it('is offered and opened only with a consent for each purpose, a proof for this offer and its exact words', async () => {
    const bindingId = await borrower.bound();
    expect(await borrower.offersOf(bindingId)).toMatchObject({
      __typename: 'ConsentMissingError',
      purposes: ['CREDIT_CHECK', 'REPAYMENT_DEBIT'],
      remedies: [{ code: 'GiveConsent' }],
    });
    await borrower.allow(bindingId, 'CREDIT_CHECK');
    expect(await borrower.offersOf(bindingId)).toMatchObject({ purposes: ['REPAYMENT_DEBIT'] });
    await borrower.allow(bindingId, 'REPAYMENT_DEBIT');
    const { offers } = await borrower.offersOf(bindingId);
    const [offer, other] = offers;
    expect(offer).toMatchObject({ principal: { value: 500_000 }, months: 6, annualRateBps: 1_440 });
    expect(offer.monthly.value * 6).toBe(offer.total.value);
    expect(offer.terms.text).toContain('14.4%');
    expect(offer.terms.text).toContain('5,000.00');

    const proofOfOther = await binding.prove('OPEN_LOAN', holder.viewer.accountId, bindingId, other.digest);
    expect(await borrower.take(bindingId, offer, { proof: proofOfOther })).toMatchObject({
      rejection: 'PROOF_FOR_OTHER_PLAN',
    });
    const byMail = await binding.prove('OPEN_LOAN', holder.viewer.accountId, bindingId, offer.digest, 'EMAIL_CODE');
    expect(await borrower.take(bindingId, offer, { proof: byMail })).toMatchObject({
      rejection: 'PROOF_BY_OTHER_FACTOR',
    });
    expect(await borrower.take(bindingId, offer, { consent: other.terms })).toMatchObject({
      __typename: 'TermsChangedError',
    });
    expect((await borrower.read(bindingId)).loans).toEqual([]);

    const taken = await borrower.take(bindingId, offer);
    // Its lender may have answered by the time that it is shown.
    expect(taken).toMatchObject({
      __typename: 'OpenLoanSuccess',
      loan: { state: expect.stringMatching(/^(OPENING|RUNNING)$/) },
    });
    const running = await borrower.loanBecomes(bindingId, 'RUNNING');
    expect(running).toMatchObject({ outstanding: offer.total, nextRepaymentOn: offer.firstRepaymentOn });
    expect(await borrower.take(bindingId, offer)).toMatchObject({ __typename: 'LoanOfferStaleError' });
    expect(await borrower.consents()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: running.consentId, purposeCode: 'LOAN', state: 'IN_FORCE' }),
      ]),
    );
    expect(await borrower.act('withdrawConsent', { consentId: running.consentId })).toMatchObject({
      code: 'CONSENT_OF_LOAN',
    });
  }, 60_000);

  it('is in the way of an unbind until it is paid back at the lender, which tells so', async () => {
    const { bindingId, loan } = await borrower.borrowed();
    const plan = () => planOf(bindingId);
    expect(await disputablesOf(bindingId)).toContainEqual({ about: 'UNAUTHORISED_LOAN', loanId: loan.id });
    expect(await planOf(bindingId)).toMatchObject({
      effects: expect.arrayContaining([expect.objectContaining({ __typename: 'LoanEffect' })]),
      blockers: [
        { kind: 'LOAN', remedies: [{ code: 'RepayLoan' }, { code: 'OpenDispute' }, { code: 'ContactProvider' }] },
      ],
    });
    const { credentialReference } = await borrower.read(bindingId);
    const lent = (await world.lent()).loans.find((one) => one.credentialReference === credentialReference);
    await world.repay(provider, lent?.loanNumber ?? '', 100_000);
    await eventually(async () =>
      expect((await borrower.read(bindingId)).loans[0].outstanding.value).toBe(
        (lent?.outstanding.value ?? 0) - 100_000,
      ),
    );
    await world.repay(provider, lent?.loanNumber ?? '');
    expect(await borrower.loanBecomes(bindingId, 'SETTLED')).toMatchObject({
      outstanding: { value: 0 },
      nextRepaymentOn: null,
    });
    expect((await plan()).blockers).toEqual([]);
  }, 60_000);

  it('that its holder did not open is revoked by its lender, which gives back what was paid', async () => {
    const { bindingId, loan } = await borrower.borrowed();
    const { credentialReference } = await borrower.read(bindingId);
    const atLender = async () =>
      (await world.lent()).loans.find((one) => one.credentialReference === credentialReference);
    await world.repay(provider, (await atLender())?.loanNumber ?? '', 87_000);
    const { dispute, binding: held } = await borrower.act('openDispute', {
      ...{ bindingId, about: 'UNAUTHORISED_LOAN', words: 'I did not open this loan.', loanId: loan.id },
    });
    expect(dispute).toMatchObject({ loanId: loan.id, state: 'OPEN' });
    expect(held.status).toBe('SUSPENDED');
    expect((await disputablesOf(bindingId)).map(({ about }) => about)).not.toContain('UNAUTHORISED_LOAN');
    const { blockers } = await planOf(bindingId);
    expect(blockers).toMatchObject([{ kind: 'LOAN', remedies: [{ code: 'RepayLoan' }, { code: 'ContactProvider' }] }]);
    const { dispute: bind } = await borrower.act('openDispute', {
      bindingId,
      about: 'UNAUTHORISED_BIND',
      words: 'Nor bound it.',
    });

    const proposed = await decide(binding, dispute.id, 'UPHOLD');
    await confirmDecision(binding, dispute.id, proposed.dispute.decisions.at(-1).id);
    expect((await borrower.read(bindingId)).disputes).toMatchObject([
      { id: bind.id, state: 'UPHELD', settledById: dispute.id, reason: 'The record says so.' },
      { id: dispute.id, state: 'UPHELD', settledById: null },
    ]);
    const revoked = await borrower.loanBecomes(bindingId, 'REVOKED');
    expect(revoked).toMatchObject({ refunded: { value: 87_000 }, outstanding: { value: 0 }, disputableUntil: null });
    expect(await atLender()).toMatchObject({ status: 'REVOKED' });
    await eventually(async () => expect((await borrower.read(bindingId)).status).toBe('UNBOUND'), { withinMs: 25_000 });
  }, 60_000);

  it('is revoked with a bind that was not the holder’s, as far as it is disputed', async () => {
    const { bindingId, loan } = await borrower.borrowed();
    const about = 'UNAUTHORISED_LOAN';
    const { dispute: ofLoan } = await borrower.act('openDispute', {
      bindingId,
      about,
      words: 'Not mine.',
      loanId: loan.id,
    });
    const ofBind = await borrower.act('openDispute', { bindingId, about: 'UNAUTHORISED_BIND', words: 'Not mine.' });
    const proposed = await decide(binding, ofBind.dispute.id, 'UPHOLD');
    await confirmDecision(binding, ofBind.dispute.id, proposed.dispute.decisions.at(-1).id);
    expect((await borrower.read(bindingId)).disputes).toMatchObject([
      { id: ofBind.dispute.id, state: 'UPHELD' },
      { id: ofLoan.id, state: 'UPHELD', settledById: ofBind.dispute.id },
    ]);
    await borrower.loanBecomes(bindingId, 'REVOKED');
    await eventually(async () => expect((await borrower.read(bindingId)).status).toBe('UNBOUND'), { withinMs: 25_000 });
  }, 60_000);

  it('that the lender answers late is asked about and never opened twice', async () => {
    const { bindingId, offers } = await borrower.offered();
    await eventually(async () =>
      expect((await borrower.consents()).map(({ atProvider }) => atProvider)).not.toContain('ASKED'),
    );
    await world.order({ provider, kind: 'LENDING', mode: 'timeout-then-success', delayMs: 12_000, times: 1 });
    await borrower.take(bindingId, offers[0]);
    await borrower.loanBecomes(bindingId, 'RUNNING');
    const { credentialReference } = await borrower.read(bindingId);
    expect((await world.lent()).loans.filter((one) => one.credentialReference === credentialReference)).toHaveLength(1);
  }, 60_000);

  it('that the lender refuses is none, and says why', async () => {
    const { bindingId, offers } = await borrower.offered();
    await eventually(async () =>
      expect((await borrower.consents()).map(({ atProvider }) => atProvider)).not.toContain('ASKED'),
    );
    await world.order({ provider, kind: 'LENDING', mode: 'refuse', times: 1 });
    await borrower.take(bindingId, offers[0]);
    expect(await borrower.loanBecomes(bindingId, 'REFUSED')).toMatchObject({
      atProvider: 'REFUSED',
      outstanding: null,
    });
  }, 60_000);
});

describe('a consent for a purpose', () => {
  it('is given in the words of now, listed, and taken back with effect at the lender', async () => {
    const bindingId = await borrower.bound();
    const wrong = { bindingId, purpose: 'CREDIT_CHECK', consent: { version: '2026-01', text: 'Whatever you like.' } };
    expect(await borrower.act('giveConsent', wrong)).toMatchObject({
      __typename: 'TermsChangedError',
      code: 'TERMS_CHANGED',
    });
    const { consent } = await borrower.allow(bindingId, 'CREDIT_CHECK');
    expect((await borrower.allow(bindingId, 'CREDIT_CHECK')).consent.id).toBe(consent.id);
    expect(await borrower.act('giveConsent', wrong)).toMatchObject({ __typename: 'TermsChangedError' });
    const { credentialReference } = await borrower.read(bindingId);
    const atLender = async () =>
      (await world.lent()).consents.filter((one) => one.credentialReference === credentialReference);
    await eventually(async () => expect(await atLender()).toMatchObject([{ withdrawn: false }]), { withinMs: 10_000 });

    expect((await borrower.act('withdrawConsent', { consentId: consent.id })).consent).toMatchObject({
      state: 'WITHDRAWN',
    });
    await eventually(
      async () => {
        expect(await atLender()).toMatchObject([{ purpose: 'CREDIT_CHECK', withdrawn: true }]);
        const listed = (await borrower.consents()).find(({ id }) => id === consent.id);
        expect(listed).toMatchObject({ purpose: 'Look up my credit record', atProvider: 'CONFIRMED' });
      },
      { withinMs: 10_000 },
    );
    expect((await borrower.read(bindingId)).status).toBe('ACTIVE');
    // What was taken back is given anew, as another consent.
    expect((await borrower.allow(bindingId, 'CREDIT_CHECK')).consent.id).not.toBe(consent.id);
  }, 60_000);

  it('is given anew in newer words, and taken back in all of them', async () => {
    const bindingId = await borrower.bound();
    const { consent } = await borrower.allow(bindingId, 'REPAYMENT_DEBIT');
    const { profile } = (await readProfile(binding, provider)).current;
    const purposes = profile.purposes.map((one: Answer) => ({ ...one, version: 'newer' }));
    expect(await changeProfile(binding, { purposes }, { code: provider })).toMatchObject({ dryRun: false });
    await eventually(async () =>
      expect((await borrower.allow(bindingId, 'REPAYMENT_DEBIT')).consent.version).toBe('newer'),
    );
    const given = async () =>
      (await borrower.consents()).filter(({ purposeCode }) => purposeCode === 'REPAYMENT_DEBIT');
    expect(await given()).toMatchObject([{ state: 'IN_FORCE' }, { state: 'IN_FORCE' }]);
    await borrower.act('withdrawConsent', { consentId: consent.id });
    expect(await given()).toMatchObject([{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }]);
  }, 60_000);

  it('that was taken back lets nothing be opened any more, whatever was offered before', async () => {
    const bindingId = await borrower.bound();
    const { consent } = await borrower.allow(bindingId, 'CREDIT_CHECK');
    await borrower.allow(bindingId, 'REPAYMENT_DEBIT');
    const { offers } = await borrower.offersOf(bindingId);
    await borrower.act('withdrawConsent', { consentId: consent.id });
    expect(await borrower.take(bindingId, offers[0])).toMatchObject({
      __typename: 'ConsentMissingError',
      purposes: ['CREDIT_CHECK'],
    });
    expect((await borrower.read(bindingId)).loans).toEqual([]);
  }, 60_000);
});
