import { newId, type Id } from '@bindery/kernel';
import { aHolder, bind, newKey, type Holder } from '../testing/holder';
import { staff } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { insertCase } from './cases.repository';
import { bindingCaseAbouts, toLeft, type BindingCaseAbout } from './cases.rules';
import { openCase, saveCasesClosed, tellLater } from './open-case';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const agent = staff(['AGENT']);
const caseFields = 'id about text closedAt reason';
const reason = 'The shop has paid it back on 1 December.';

async function close(caseId: string, more: object = {}, claims: object = agent): Promise<Answer> {
  const query = `mutation ($input: CloseCaseInput!) { closeCase(input: $input) { __typename ... on CloseCaseSuccess { bindingCase { ${caseFields} } }
    ... on CaseNotClosedError { obstacle } ... on InvalidInputError { field rule } ... on Problem { code message } } }`;
  const { data, errors } = await service.ask(
    query,
    { input: { idempotencyKey: newKey(), caseId, reason, ...more } },
    claims,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.closeCase;
}

async function casesOf(bindingId: Id<'binding'>): Promise<Answer[]> {
  const query = `query ($id: ID!) { binding(id: $id) { cases { ${caseFields} } } }`;
  return (await service.ask(query, { id: bindingId }, holder.claims)).data.binding.cases;
}

const open = (bindingId: Id<'binding'>, about: BindingCaseAbout) =>
  service.composed.dataSource.transaction((tx) => insertCase(tx, bindingId, about, service.clock.now()));

async function opened(about: BindingCaseAbout): Promise<{ bindingId: Id<'binding'>; caseId: string }> {
  const { bindingId } = await bind(service, holder);
  await open(bindingId, about);
  return { bindingId, caseId: (await casesOf(bindingId))[0]?.id };
}

describe('closeCase', () => {
  it('closes a case once, with a reason that its holder reads, and the next of its kind is another', async () => {
    const { bindingId, caseId } = await opened('CHARGED_AFTER_UNBIND');
    const idempotencyKey = newKey();
    const closed = await close(caseId, { idempotencyKey });
    expect(closed).toMatchObject({
      __typename: 'CloseCaseSuccess',
      bindingCase: { id: caseId, about: 'CHARGED_AFTER_UNBIND', closedAt: expect.any(String), reason },
    });
    expect(await close(caseId, { idempotencyKey })).toEqual(closed);
    expect(await close(caseId)).toMatchObject({ __typename: 'CaseNotClosedError', obstacle: 'CLOSED_BEFORE' });
    expect(await casesOf(bindingId)).toEqual([closed.bindingCase]);
    const [row] = await service.sql<{ closed_by: string }>('SELECT closed_by FROM binding_case WHERE id = $1', [
      caseId,
    ]);
    expect(row?.closed_by).toBe(agent.viewer.accountId);
    await open(bindingId, 'CHARGED_AFTER_UNBIND');
    expect(await casesOf(bindingId)).toMatchObject([{ closedAt: null, reason: null }, { id: caseId }]);
  });

  const byPeople: readonly BindingCaseAbout[] = [
    'REFUSED',
    'REVOCATION',
    'MANDATE_LEFT',
    'CHARGED_AFTER_UNBIND',
    'LENDER_REFUSED',
    'OPENED_AFTER_UNBIND',
    'USED_WHILE_HELD',
    'COLLECTED_WITHOUT_CONSENT',
  ];
  it.each(bindingCaseAbouts)('closes only what does not end by itself: %s', async (about) => {
    const { bindingId, caseId } = await opened(about);
    const expected = byPeople.includes(about)
      ? { __typename: 'CloseCaseSuccess' }
      : { __typename: 'CaseNotClosedError', obstacle: 'ENDS_BY_ITSELF', message: expect.any(String) };
    expect(await close(caseId)).toMatchObject(expected);
    expect((await casesOf(bindingId))[0]?.closedAt === null).toBe(!byPeople.includes(about));
  });

  it('is for our own people, not about their own cards, and wants a reason', async () => {
    const { bindingId, caseId } = await opened('MANDATE_LEFT');
    const itsOwn = { viewer: { ...staff(['AGENT']).viewer, accountId: holder.viewer.accountId } };
    expect(await close(caseId, {}, itsOwn)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    expect(await close(caseId, { reason: ' ' })).toMatchObject({ __typename: 'InvalidInputError', field: 'reason' });
    expect(await close(newId('case'))).toMatchObject({ __typename: 'NotFoundError' });
    for (const others of [holder.claims, staff(['OPERATOR']), {}])
      await expect(close(caseId, {}, others)).rejects.toThrow(/FORBIDDEN|UNAUTHENTICATED|NOT_ALLOWED/);
    expect(await casesOf(bindingId)).toMatchObject([{ closedAt: null, reason: null }]);
  });

  it('wants words in which nothing hides or turns, and tells the security log which case it was', async () => {
    const { caseId } = await opened('REFUSED');
    for (const hidden of ['Call \u202e531-000-01\u202c', 'Paid back\u001b[2K'])
      expect(await close(caseId, { reason: hidden })).toMatchObject({ field: 'reason', rule: 'CHARACTERS' });
    expect(await close(caseId, { reason: 'Looked into.\r\nPaid back.' })).toMatchObject({
      __typename: 'CloseCaseSuccess',
    });
    const lines = service.lines.filter((line) => line.includes('case-closed') && line.includes(caseId));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { 'user.id': agent.viewer.accountId, 'labels.subject': caseId },
    ]);
  });
});

describe('what a holder is told of a case', () => {
  const kinds = '[CASE_OPENED, CASE_CLOSED]';

  async function told(bindingId: Id<'binding'>): Promise<{ history: Answer[]; events: Answer[] }> {
    const query = `query ($id: ID!) { binding(id: $id) { card { history(first: 9, kinds: ${kinds}) { edges { node { kind actor way reason } } } } } }`;
    const { card } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
    const rows = await service.sql<{ type: string; value: string }>(
      `SELECT headers ->> 'ce_type' AS type, value FROM outbox_events
       WHERE headers ->> 'ce_type' IN ('bindery.case.opened.v1', 'bindery.case.closed.v1')
         AND value::jsonb ->> 'bindingId' = $1 ORDER BY position`,
      [bindingId],
    );
    const events = rows.map(({ type, value }) => ({ type, ...JSON.parse(value) }));
    return { history: card.history.edges.map(({ node }: Answer) => node).reverse(), events };
  }

  async function openedAndTold(about: BindingCaseAbout): Promise<{ bindingId: Id<'binding'>; caseId: Id<'case'> }> {
    const { bindingId } = await bind(service, holder);
    const mandates = toLeft([{ merchant: ' Video Club ', nextOn: '2026-12-01' }, { merchant: '' }]);
    await service.composed.dataSource.transaction((tx) =>
      openCase(tx, bindingId, about, service.clock.now(), about === 'MANDATE_LEFT' ? mandates : undefined),
    );
    expect(await service.jobs.run()).toContain('tell-case');
    return { bindingId, caseId: (await casesOf(bindingId))[0]?.id };
  }

  it('is that it was opened, with what did not go over, and how people closed it; once each, whatever comes twice', async () => {
    const { bindingId, caseId } = await openedAndTold('MANDATE_LEFT');
    await close(caseId);
    await service.composed.dataSource.transaction((tx) => tellLater(tx, caseId));
    await service.jobs.run();
    const subject = { caseId, bindingId, accountId: holder.viewer.accountId, about: 'MANDATE_LEFT' };
    const { history, events } = await told(bindingId);
    const mandates = [{ merchant: 'Video Club', nextOn: '2026-12-01' }];
    expect(events).toMatchObject([
      { ...subject, type: 'bindery.case.opened.v1', mandates, answerBy: expect.any(String) },
      { ...subject, type: 'bindery.case.closed.v1', closedBy: 'PEOPLE', reason },
    ]);
    expect(history).toEqual([
      { kind: 'CASE_OPENED', actor: 'SYSTEM', way: 'PROVIDER_QUERY', reason: 'MANDATE_LEFT' },
      { kind: 'CASE_CLOSED', actor: 'AGENT', way: 'STAFF', reason: 'MANDATE_LEFT' },
    ]);
  });

  it('is that also where the job that tells it is lost', async () => {
    const { bindingId } = await bind(service, holder);
    await open(bindingId, 'REFUSED');
    service.clock.advance(60_001);
    await service.jobs.reconcile(false);
    expect(await service.jobs.run()).toContain('tell-case');
    expect((await told(bindingId)).history).toMatchObject([{ kind: 'CASE_OPENED', reason: 'REFUSED' }]);
  });

  it('is that it has ended by itself, without a reason', async () => {
    const { bindingId } = await openedAndTold('DIVERGED');
    await service.composed.dataSource.transaction((tx) =>
      saveCasesClosed(tx, bindingId, 'DIVERGED', service.clock.now()),
    );
    await service.jobs.run();
    const { history, events } = await told(bindingId);
    expect(events[0]).not.toHaveProperty('mandates');
    expect(events[1]).toMatchObject({ type: 'bindery.case.closed.v1', about: 'DIVERGED', closedBy: 'ITSELF' });
    expect(events[1]).not.toHaveProperty('reason');
    expect(history[1]).toMatchObject({ kind: 'CASE_CLOSED', actor: 'SYSTEM', way: 'PROVIDER_ANSWER' });
  });
});
