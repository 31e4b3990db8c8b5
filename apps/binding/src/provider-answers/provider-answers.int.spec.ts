import { newId, type Id } from '@bindery/kernel';
import { bindingCaseAbouts } from '../cases/cases.rules';
import { openCase } from '../cases/open-case';
import { placeRequest } from '../lender-requests';
import type { Connector, LendingOutcome, SentKind } from '../providers';
import { aHolder, bind, mutate, newKey, proofOf, readBinding, settle, unbind, type Holder } from '../testing/holder';
import { staff } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const [agent, other] = [staff(['AGENT']), staff(['AGENT'])];
const bank = () => service.providers['seaside-bank'];
const evidence = 'Letter of 3 December, file 2026-114';
const reason = 'The bank told us in a letter.';

const shown = `bindingCase { id about closedAt reason }`;
const stated = 'stated { id operationId answer takesTwo loanNumber evidence reason statedBy decision decidedBy }';
const members = {
  askProviderAgain: `... on AskProviderAgainSuccess { ${shown} } ... on TooManyRequestsError { retryAt }`,
  recordProviderAnswer: `... on RecordProviderAnswerSuccess { ${shown} ${stated} }`,
  confirmProviderAnswer: `... on ConfirmProviderAnswerSuccess { ${shown} ${stated} }`,
};

async function act(name: keyof typeof members, input: object, claims: object = agent): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${members[name]}
    ... on ProviderAnswerNotTakenError { obstacle } ... on InvalidInputError { field rule } ... on Problem { code message } } }`;
  const { data, errors } = await service.ask(query, { input: { idempotencyKey: newKey(), ...input } }, claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}
const record = (input: object, claims?: object) => act('recordProviderAnswer', { evidence, reason, ...input }, claims);
const confirm = (answerId: string, more: object = {}, claims: object = other) =>
  act('confirmProviderAnswer', { answerId, ...more }, claims);

async function queued(bindingId: Id<'binding'>): Promise<Answer> {
  const query = `{ openCases(first: 100) { edges { node { id about bindingId endsByItself nextSteps { code text from }
    answers { operationId answer takesTwo } stated { id decision } providerView { observed lookedAt lookedInVain nextLookAt }
    operations { id kind asked askedAt said saidAt nextAskAt } } } } }`;
  const { data, errors } = await service.ask(query, {}, agent);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.openCases.edges.map(({ node }: Answer) => node).find((node: Answer) => node.bindingId === bindingId);
}

const holderSees = async (bindingId: Id<'binding'>): Promise<Answer> => {
  const query = `query ($id: ID!) { binding(id: $id) { cases { about closedAt reason } obligationActs { state } card {
    history(first: 50) { edges { node { kind actor way reason } } } } } }`;
  const { binding } = (await service.ask(query, { id: bindingId }, holder.claims)).data;
  return { ...binding, history: binding.card.history.edges.map(({ node }: Answer) => node) };
};

async function pass(seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= 10) {
    await service.jobs.run();
    service.clock.advance(Math.min(left, 10) * 1_000);
  }
  await service.jobs.run();
}

/** Asks the bank for something that it never answers, until that is a case. */
async function overdue(kind: Exclude<SentKind, 'BIND'>): Promise<{ bindingId: Id<'binding'>; open: Answer }> {
  const { bindingId } = await bind(service, holder);
  if (kind === 'RESTORE') {
    await unbind(service, holder, bindingId);
    await settle(service);
  }
  if (kind === 'RESUME') {
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await settle(service);
  }
  bank().plan(kind, 'NEVER');
  if (kind === 'UNBIND') await unbind(service, holder, bindingId);
  if (kind === 'SUSPEND') await mutate(service, holder, 'suspendBinding', { bindingId });
  if (kind === 'RESUME') await mutate(service, holder, 'resumeBinding', { bindingId });
  if (kind === 'RESTORE')
    await mutate(service, holder, 'requestRestore', {
      bindingId,
      proof: await proofOf(service, holder, 'RESTORE', bindingId),
    });
  await service.jobs.run();
  const { deadline } = (await readBinding(service, holder, bindingId)).sync;
  await pass((Number(new Date(deadline)) - Number(service.clock.now())) / 1_000);
  return { bindingId, open: await queued(bindingId) };
}

const operationOf = ({ answers }: Answer): string => answers[0].operationId;

describe('an operation whose provider never answers', () => {
  it('is shown to our people: when it was asked, what it said, when it is asked next, and what they can do', async () => {
    const { open } = await overdue('UNBIND');
    expect(open).toMatchObject({
      about: 'OVERDUE',
      nextSteps: [
        { code: 'ASK_AGAIN', from: null, text: expect.any(String) },
        { code: 'RECORD_ANSWER', from: null },
      ],
      answers: [
        { answer: 'DONE', takesTwo: false },
        { answer: 'NOT_DONE', takesTwo: true },
      ],
      operations: [{ kind: 'UNBIND', askedAt: expect.any(String), said: 'PENDING', saidAt: expect.any(String) }],
      providerView: { observed: 'ACTIVE' },
    });
    const [{ nextAskAt, askedAt }] = open.operations;
    expect(Number(new Date(nextAskAt))).toBeGreaterThan(Number(new Date(askedAt)));
  }, 30_000);

  it('ends by one of our people where that tightens: told to its holder, in the record as ours, its case closed', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const idempotencyKey = newKey();
    const input = { idempotencyKey, caseId: open.id, operationId: operationOf(open), answer: 'DONE' };
    const taken = await record(input);
    expect(taken).toMatchObject({
      __typename: 'RecordProviderAnswerSuccess',
      stated: { answer: 'DONE', takesTwo: false, decision: 'TAKEN', decidedBy: agent.viewer.accountId, evidence },
      bindingCase: { about: 'OVERDUE', closedAt: expect.any(String), reason },
    });
    expect(await record(input)).toEqual(taken);
    expect(await record({ ...input, idempotencyKey: newKey() })).toMatchObject({ obstacle: 'CASE_CLOSED' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    await service.jobs.run();
    const { history, cases } = await holderSees(bindingId);
    expect(cases).toMatchObject([{ about: 'OVERDUE', reason }]);
    expect(history).toContainEqual({ kind: 'UNBOUND', actor: 'PROVIDER', way: 'STAFF', reason: null });
    expect(history).toContainEqual({ kind: 'CASE_CLOSED', actor: 'AGENT', way: 'STAFF', reason: 'OVERDUE' });
    const [event] = await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE headers ->> 'ce_type' = 'bindery.case.closed.v1' AND key = $1`,
      [open.id],
    );
    expect(JSON.parse(event?.value ?? '{}')).toMatchObject({ closedBy: 'PEOPLE', reason });
  }, 30_000);

  it.each([
    ['UNBIND', 'NOT_DONE', 'ACTIVE'],
    ['RESTORE', 'DONE', 'ACTIVE'],
    ['RESUME', 'DONE', 'ACTIVE'],
  ] as const)(
    'of %s that is %s waits for another of our people, and counts when they agree',
    async (kind, answer, status) => {
      const { bindingId, open } = await overdue(kind);
      const input = { caseId: open.id, operationId: operationOf(open), answer };
      const before = await readBinding(service, holder, bindingId);
      const first = await record(input);
      expect(first).toMatchObject({ stated: { takesTwo: true, decision: null }, bindingCase: { closedAt: null } });
      expect(await readBinding(service, holder, bindingId)).toEqual(before);
      expect((await queued(bindingId)).nextSteps).toContainEqual(expect.objectContaining({ code: 'CONFIRM_ANSWER' }));
      expect(await record(input, other)).toMatchObject({ obstacle: 'ANOTHER_WAITS' });
      expect(await confirm(first.stated.id, {}, agent)).toMatchObject({ obstacle: 'OWN_STATEMENT' });
      expect(await confirm(first.stated.id)).toMatchObject({
        stated: { decision: 'TAKEN', decidedBy: other.viewer.accountId },
        bindingCase: { closedAt: expect.any(String), reason },
      });
      expect(await confirm(first.stated.id)).toMatchObject({ obstacle: 'CASE_CLOSED' });
      expect(await readBinding(service, holder, bindingId)).toMatchObject({ status });
    },
    40_000,
  );

  it.each([
    ['SUSPEND', 'DONE', 'SUSPENDED'],
    ['RESUME', 'NOT_DONE', 'SUSPENDED'],
    ['RESTORE', 'NOT_DONE', 'UNBOUND'],
  ] as const)(
    'of %s that is %s counts at once',
    async (kind, answer, status) => {
      const { bindingId, open } = await overdue(kind);
      expect(await record({ caseId: open.id, operationId: operationOf(open), answer })).toMatchObject({
        stated: { decision: 'TAKEN' },
        bindingCase: { closedAt: expect.any(String) },
      });
      expect(await readBinding(service, holder, bindingId)).toMatchObject({ status });
    },
    40_000,
  );

  it('is declined by either of them, and can be stated anew; the provider itself overtakes what waits', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const input = { caseId: open.id, operationId: operationOf(open), answer: 'NOT_DONE' };
    const first = await record(input);
    expect(await confirm(first.stated.id, { agree: false }, agent)).toMatchObject({ stated: { decision: 'DECLINED' } });
    expect(await confirm(first.stated.id)).toMatchObject({ obstacle: 'DECIDED_BEFORE' });
    const second = await record(input);
    bank().plan('UNBIND', 'OK');
    await service.composed.settleOperation({
      operationId: operationOf(open) as Id<'operation'>,
      outcome: { is: 'CONFIRMED' },
      channel: 'PROVIDER_WEBHOOK',
    });
    expect(await confirm(second.stated.id)).toMatchObject({ obstacle: 'CASE_CLOSED' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect((await holderSees(bindingId)).cases).toMatchObject([{ reason: null }]);
  }, 40_000);

  it('is asked about now, once in five minutes, and nothing is sent by it', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const sent = bank().sent.length;
    const idempotencyKey = newKey();
    const asked = await act('askProviderAgain', { caseId: open.id, idempotencyKey });
    expect(asked).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await act('askProviderAgain', { caseId: open.id, idempotencyKey })).toEqual(asked);
    expect(await act('askProviderAgain', { caseId: open.id }, other)).toMatchObject({
      __typename: 'TooManyRequestsError',
      retryAt: new Date(Number(service.clock.now()) + 5 * 60_000).toISOString(),
    });
    const at = service.clock.now();
    expect(await service.jobs.run()).toContain('query-operation');
    const after = await queued(bindingId);
    expect(after.operations).toMatchObject([{ askedAt: at.toISOString() }]);
    expect(after.nextSteps[0]).toMatchObject({ code: 'ASK_AGAIN', from: expect.any(String) });
    expect(bank().sent).toHaveLength(sent);
    service.clock.advance(5 * 60_000);
    expect((await act('askProviderAgain', { caseId: open.id })).__typename).toBe('AskProviderAgainSuccess');
  }, 40_000);

  it('that is a bind is never bound by a word of ours, and is begun anew after a no', async () => {
    bank().plan('BIND', 'NEVER');
    const { bindingId } = await bind(service, holder);
    const { deadline } = (await readBinding(service, holder, bindingId)).sync;
    await pass((Number(new Date(deadline)) - Number(service.clock.now())) / 1_000);
    const open = await queued(bindingId);
    const input = { caseId: open.id, operationId: operationOf(open) };
    expect(await record({ ...input, answer: 'DONE' })).toMatchObject({ obstacle: 'ONLY_THE_PROVIDER' });
    expect(await record({ ...input, answer: 'NOT_DONE' })).toMatchObject({ stated: { decision: 'TAKEN' } });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'DECLINED' });
  }, 30_000);

  it('is for our own people, not about their own card, and takes what fits', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const input = { caseId: open.id, operationId: operationOf(open), answer: 'DONE' };
    const own = { viewer: { ...agent.viewer, accountId: holder.viewer.accountId } };
    expect(await record(input, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    expect(await act('askProviderAgain', { caseId: open.id }, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    const waiting = await record({ ...input, answer: 'NOT_DONE' });
    expect(await confirm(waiting.stated.id, {}, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    for (const claims of [holder.claims, staff(['OPERATOR', 'REVIEWER']), {}]) {
      const refused = /FORBIDDEN|UNAUTHENTICATED/;
      await expect(record(input, claims)).rejects.toThrow(refused);
      await expect(confirm(waiting.stated.id, {}, claims)).rejects.toThrow(refused);
      await expect(act('askProviderAgain', { caseId: open.id }, claims)).rejects.toThrow(refused);
    }
    expect(await record({ ...input, operationId: newId('operation') })).toMatchObject({ obstacle: 'NOT_OPEN' });
    expect(await record({ ...input, answer: 'GONE' })).toMatchObject({ obstacle: 'DOES_NOT_FIT' });
    expect(await record({ ...input, loanNumber: 'L-1' })).toMatchObject({ field: 'loanNumber', rule: 'NOT_WANTED' });
    expect(await record({ ...input, evidence: ' ' })).toMatchObject({ field: 'evidence', rule: 'REQUIRED' });
    expect(await record({ ...input, reason: 'a\u202eb' })).toMatchObject({ field: 'reason', rule: 'CHARACTERS' });
    expect(await record({ ...input, caseId: newId('case') })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await confirm(newId('answer'))).toMatchObject({ __typename: 'NotFoundError' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'UNBINDING' });
    await expect(
      service.sql(
        `UPDATE provider_answer SET decision = 'TAKEN', decided_by = stated_by, decided_at = now() WHERE id = $1`,
        [waiting.stated.id],
      ),
    ).rejects.toThrow(/check constraint/);
  }, 40_000);
});

describe('a card that its provider sees otherwise', () => {
  async function diverged(): Promise<{ bindingId: Id<'binding'>; reference: string; open: Answer }> {
    const { bindingId } = await bind(service, holder);
    const reference = (await readBinding(service, holder, bindingId)).credentialReference;
    bank().setStatus(reference, 'SUSPENDED');
    service.clock.advance(7 * 60 * 60_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    return { bindingId, reference, open: await queued(bindingId) };
  }

  it('is asked about now, and ends by one of our people where it is gone there', async () => {
    const { bindingId, open } = await diverged();
    expect(open).toMatchObject({ about: 'DIVERGED', providerView: { observed: 'SUSPENDED', lookedInVain: 0 } });
    expect(await act('askProviderAgain', { caseId: open.id })).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await service.jobs.run()).toContain('compare-with-provider');
    expect(await record({ caseId: open.id, answer: 'GONE' })).toMatchObject({ bindingCase: { reason } });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect((await holderSees(bindingId)).history).toContainEqual(
      expect.objectContaining({ kind: 'REMOVED_ELSEWHERE', way: 'STAFF' }),
    );
  });

  it('can be used again by two of them only, and is a divergence again where the provider says otherwise later', async () => {
    const { bindingId, open } = await diverged();
    const first = await record({ caseId: open.id, answer: 'ACTIVE' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ sync: { state: 'DIVERGED' } });
    expect(await confirm(first.stated.id)).toMatchObject({ bindingCase: { closedAt: expect.any(String), reason } });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'ACTIVE' });
    service.clock.advance(7 * 60 * 60_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    expect(await queued(bindingId)).toMatchObject({ about: 'DIVERGED' });
  });

  it('ends with its case also where its holder takes it off', async () => {
    const { bindingId } = await diverged();
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await holderSees(bindingId)).toMatchObject({ cases: [{ about: 'DIVERGED', closedAt: expect.any(String) }] });
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
    await pass(40);
    const open = await queued(bindingId);
    expect(open.operations).toMatchObject([
      { said: null, askedAt: expect.any(String), nextAskAt: expect.any(String) },
      { said: null },
    ]);
    expect(await act('askProviderAgain', { caseId: open.id })).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await service.jobs.run()).toContain('ask-lender-request');
    const one = await record({ caseId: open.id, operationId: withdrawn, answer: 'DONE' });
    expect(one).toMatchObject({ stated: { decision: 'TAKEN' }, bindingCase: { closedAt: null } });
    const two = await record({ caseId: open.id, operationId: given, answer: 'DONE' });
    expect(two).toMatchObject({ stated: { decision: null } });
    expect(await confirm(two.stated.id)).toMatchObject({ bindingCase: { about: 'LENDER_OVERDUE', reason } });
    const rows = await service.sql('SELECT state FROM lender_request WHERE binding_id = $1', [bindingId]);
    expect(rows).toEqual([{ state: 'CONFIRMED' }, { state: 'CONFIRMED' }]);
  }, 30_000);

  it('leaves a case where it is said not to have taken back a consent', async () => {
    const { bindingId } = await bind(service, holder);
    const withdrawn = await asked('WITHDRAW_CONSENT', bindingId);
    await pass(40);
    const open = await queued(bindingId);
    const { stated: first } = await record({ caseId: open.id, operationId: withdrawn, answer: 'NOT_DONE' });
    await confirm(first.id);
    expect(await queued(bindingId)).toMatchObject({
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
    const { nextSteps, endsByItself } = await queued(bindingId);
    const codes = nextSteps.map(({ code }: Answer) => code);
    const ends = ['RECORD_ANSWER', 'CLOSE', 'DECIDE_DISPUTE'].filter((code) => codes.includes(code));
    expect(ends).toHaveLength(1);
    expect(endsByItself).toBe(ends[0] !== 'CLOSE');
  });
});
