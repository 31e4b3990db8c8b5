import { newId, type Id } from '@bindery/kernel';
import { bindingCaseAbouts } from '../cases/cases.rules';
import { openCase } from '../cases/open-case';
import { placeRequest } from '../lender-requests';
import type { Connector, LendingOutcome } from '../providers';
import { openDesk, reason } from '../testing/answers-desk';
import {
  aHolder,
  bind,
  confirm as confirmBinding,
  mutate,
  proofOf,
  readBinding,
  replaceCard,
  settle,
  unbind,
  type Holder,
} from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let desk: ReturnType<typeof openDesk>;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
  desk = openDesk(service);
});
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const bank = () => service.providers['seaside-bank'];

describe('a card that its provider sees otherwise', () => {
  async function diverged(): Promise<{ bindingId: Id<'binding'>; reference: string; open: Answer }> {
    const { bindingId } = await bind(service, holder);
    const reference = (await readBinding(service, holder, bindingId)).credentialReference;
    bank().setStatus(reference, 'SUSPENDED');
    service.clock.advance(7 * 60 * 60_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    return { bindingId, reference, open: await desk.queued(bindingId) };
  }

  it('is asked about now, and ends by one of our people where it is gone there', async () => {
    const { bindingId, open } = await diverged();
    expect(open).toMatchObject({ about: 'DIVERGED', providerView: { observed: 'SUSPENDED', vainLookCount: 0 } });
    expect(await desk.ask(open.id)).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await service.jobs.run()).toContain('compare-with-provider');
    expect(await desk.record({ caseId: open.id, answer: 'GONE' })).toMatchObject({ bindingCase: { reason } });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect((await desk.holderSees(bindingId, holder)).history).toContainEqual(
      expect.objectContaining({ kind: 'REMOVED_ELSEWHERE', way: 'STAFF' }),
    );
  });

  it('can be used again by two of them only, and is a divergence again where the provider says otherwise later', async () => {
    const { bindingId, open } = await diverged();
    const first = await desk.record({ caseId: open.id, answer: 'ACTIVE' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ sync: { state: 'DIVERGED' } });
    expect(await desk.confirm(first.stated.id)).toMatchObject({
      bindingCase: { closedAt: expect.any(String), reason },
    });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'ACTIVE' });
    service.clock.advance(7 * 60 * 60_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    expect(await desk.queued(bindingId)).toMatchObject({ about: 'DIVERGED' });
  });

  it('is not buried by an answer that leaves it as it is', async () => {
    const { bindingId, open } = await diverged();
    expect(open.answers.map(({ answer }: Answer) => answer)).toEqual(['GONE', 'ACTIVE']);
    expect(await desk.record({ caseId: open.id, answer: 'SUSPENDED' })).toMatchObject({ obstacle: 'DOES_NOT_FIT' });
    expect(await desk.queued(bindingId)).toMatchObject({ id: open.id });
  });

  it('ends with its case also where its holder takes it off', async () => {
    const { bindingId } = await diverged();
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await desk.holderSees(bindingId, holder)).toMatchObject({
      cases: [{ about: 'DIVERGED', closedAt: expect.any(String) }],
    });
  });
});

describe('what is asked of a lender', () => {
  const standings = new Map<Id<'operation'>, LendingOutcome>();
  beforeAll(() => {
    const query = async (id: Id<'operation'>): Promise<LendingOutcome> =>
      standings.get(id) ?? { status: 'UNKNOWN', detail: 'silent' };
    const lending: Connector['lending'] = {
      offers: async () => ({ ok: true, value: [] }),
      send: async ({ requestId }) => query(requestId),
      query,
    };
    Object.assign(bank().connector, { lending });
  });

  async function asked(kind: 'GIVE_CONSENT' | 'WITHDRAW_CONSENT', bindingId: Id<'binding'>) {
    const consentId = newId('consent');
    const consent = { consentId, purpose: 'DATA_SHARING', version: '2026-01' };
    const profile = { code: 'seaside-bank', operationDeadlineSeconds: 30 };
    const body = { credentialReference: 'cred', consent };
    return service.composed.dataSource.transaction((tx) =>
      placeRequest(tx, { kind, bindingId, subjectId: consentId, body, profile, now: service.clock.now() }),
    );
  }

  it('and never answered ends answer by answer, and its case with the last', async () => {
    const { bindingId } = await bind(service, holder);
    const [given, withdrawn] = [await asked('GIVE_CONSENT', bindingId), await asked('WITHDRAW_CONSENT', bindingId)];
    await desk.pass(40);
    const open = await desk.queued(bindingId);
    expect(open.operations).toMatchObject([
      { said: null, askedAt: expect.any(String), nextAskAt: expect.any(String) },
      { said: null },
    ]);
    expect(await desk.ask(open.id)).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await service.jobs.run()).toContain('ask-lender-request');
    const one = await desk.record({ caseId: open.id, operationId: withdrawn, answer: 'DONE' });
    expect(one).toMatchObject({ stated: { decision: null } });
    expect(await desk.confirm(one.stated.id)).toMatchObject({ bindingCase: { closedAt: null } });
    const two = await desk.record({ caseId: open.id, operationId: given, answer: 'DONE' });
    expect(two).toMatchObject({ stated: { decision: null } });
    expect(await desk.confirm(two.stated.id)).toMatchObject({ bindingCase: { about: 'LENDER_OVERDUE', reason } });
    const rows = await service.sql('SELECT state FROM lender_request WHERE binding_id = $1', [bindingId]);
    expect(rows).toEqual([{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }]);
  }, 30_000);

  it('leaves a case where it is said not to have taken back a consent', async () => {
    const { bindingId } = await bind(service, holder);
    const withdrawn = await asked('WITHDRAW_CONSENT', bindingId);
    await desk.pass(40);
    const open = await desk.queued(bindingId);
    const { stated: first } = await desk.record({ caseId: open.id, operationId: withdrawn, answer: 'NOT_DONE' });
    await desk.confirm(first.id);
    expect(await desk.queued(bindingId)).toMatchObject({
      about: 'LENDER_REFUSED',
      nextSteps: [{ code: 'CLOSE' }],
      answers: [],
    });
  }, 30_000);
});

describe('any kind of case', () => {
  it.each(bindingCaseAbouts)('has a way to end it: %s', async (about) => {
    const { bindingId } = await bind(service, holder);
    await service.composed.dataSource.transaction((tx) => openCase(tx, bindingId, about, service.clock.now()));
    const { nextSteps, endsByItself } = await desk.queued(bindingId);
    const codes = nextSteps.map(({ code }: Answer) => code);
    const ends = ['RECORD_ANSWER', 'CLOSE', 'DECIDE_DISPUTE'].filter((code) => codes.includes(code));
    expect(ends).toHaveLength(1);
    expect(endsByItself).toBe(ends[0] !== 'CLOSE');
  });
});

describe('what is asked about what hangs on a card', () => {
  const video = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' } };
  const fuel = { id: 'p-1', text: 'Fuel', amount: { value: 50_000, currency: 'CNY' } };

  it('and never answered ends by one of our people where the mandate has ended, and is told as by the provider', async () => {
    const { bindingId } = await bind(service, holder);
    const reference = (await readBinding(service, holder, bindingId)).credentialReference;
    bank().setObligations(reference, { balance: null, pending: [], mandates: [video] });
    bank().plan('CANCEL_MANDATE', 'NEVER');
    const query = `query ($id: ID!) { binding(id: $id) { obligations { offers { kind digest } } } }`;
    const { obligations } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
    const { digest } = obligations.offers.find(({ kind }: Answer) => kind === 'CANCEL_MANDATE');
    const proof = await proofOf(service, holder, 'CANCEL_MANDATE', bindingId, digest);
    const { act } = await mutate(service, holder, 'cancelMandate', { bindingId, planDigest: digest, proof });
    await desk.pass((Number(new Date(act.deadline)) - Number(service.clock.now())) / 1_000 + 10);
    const open = await desk.queued(bindingId);
    expect(open).toMatchObject({
      about: 'OBLIGATION_OVERDUE',
      answers: [
        { operationId: act.id, answer: 'DONE', takesTwo: true },
        { operationId: act.id, answer: 'NOT_DONE', takesTwo: true },
      ],
      operations: [{ kind: 'CANCEL_MANDATE', said: 'PENDING', askedAt: expect.any(String) }],
    });
    expect(await desk.ask(open.id)).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await service.jobs.run()).toContain('query-act');
    const { stated } = await desk.record({ caseId: open.id, operationId: act.id, answer: 'DONE' });
    expect(await desk.confirm(stated.id)).toMatchObject({ bindingCase: { closedAt: expect.any(String), reason } });
    expect((await desk.holderSees(bindingId, holder)).obligationActs).toEqual([{ state: 'DONE' }]);
    const events = await service.sql(
      `SELECT 1 FROM outbox_events WHERE headers ->> 'ce_type' = 'bindery.card.obligation-settled.v1' AND value::jsonb ->> 'operationId' = $1`,
      [act.id],
    );
    expect(events).toHaveLength(1);
  }, 30_000);

  it('that a replaced card owes is let go by two of them, and the card is taken off there', async () => {
    const { bindingId } = await bind(service, holder);
    const reference = (await readBinding(service, holder, bindingId)).credentialReference as string;
    bank().setObligations(reference, { balance: null, pending: [fuel], mandates: [] });
    const begun = await replaceCard(service, holder, bindingId);
    await confirmBinding(service, holder, begun.binding.id);
    for (const days of [0, 8]) {
      service.clock.advance(days * 86_400_000);
      for (let round = 0; round < 3; round++) await settle(service);
    }
    const open = await desk.queued(bindingId);
    expect(open).toMatchObject({
      about: 'OBLIGATION_OVERDUE',
      answers: [{ operationId: null, answer: 'NOTHING_OWED', takesTwo: true }],
    });
    const { stated } = await desk.record({ caseId: open.id, answer: 'NOTHING_OWED' });
    await settle(service);
    expect(await bank().connector.credentialStatus(reference)).toMatchObject({ value: 'SUSPENDED' });
    expect(await desk.confirm(stated.id)).toMatchObject({ bindingCase: { closedAt: expect.any(String), reason } });
    await settle(service);
    expect(await bank().connector.credentialStatus(reference)).toMatchObject({ value: 'ABSENT' });
    expect(await desk.queued(bindingId)).toBeUndefined();
  }, 30_000);
});
