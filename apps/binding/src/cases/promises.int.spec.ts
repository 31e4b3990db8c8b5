import { newId, type Id } from '@bindery/kernel';
import { aHolder, bind, newKey, unbind, type Holder } from '../testing/holder';
import { staff } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { caseJobs } from './cases.jobs';
import type { BindingCaseAbout } from './cases.rules';
import { openCase } from './open-case';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const agent = staff(['AGENT']);
const days = (number: number) => number * 24 * 60 * 60_000;

async function opened(about: BindingCaseAbout, by: Holder = holder) {
  const { bindingId } = await bind(service, by);
  const at = service.clock.now();
  await service.composed.dataSource.transaction((tx) => openCase(tx, bindingId, about, at));
  const [row] = await service.sql<{ id: Id<'case'> }>('SELECT id FROM binding_case WHERE binding_id = $1', [bindingId]);
  if (!row) throw new Error('no case');
  return { bindingId, caseId: row.id, at };
}

/** What a holder sees: the case, and what the history of the card tells of it. */
async function seen(bindingId: Id<'binding'>): Promise<{ cases: Answer[]; told: Answer[] }> {
  const query = `query ($id: ID!) { binding(id: $id) { cases { about text openedAt answerBy overdueSince closedAt }
    card { history(first: 50, kinds: [CASE_OVERDUE]) { edges { node { at actor way trigger reason text } } } } } }`;
  const { cases, card } = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
  return { cases, told: card.history.edges.map(({ node }: Answer) => node) };
}

/** The events of a case being late, in their order. */
async function eventsOf(caseId: Id<'case'>): Promise<Answer[]> {
  const rows = await service.sql<{ value: string; sequence: string }>(
    `SELECT value, headers ->> 'ce_sequence' AS sequence FROM outbox_events
     WHERE headers ->> 'ce_type' = 'bindery.case.overdue.v1' AND key = $1 ORDER BY position`,
    [caseId],
  );
  return rows.map(({ value, sequence }) => ({ sequence: Number(sequence), ...JSON.parse(value) }));
}

async function close(caseId: Id<'case'>): Promise<void> {
  const query = 'mutation ($input: CloseCaseInput!) { closeCase(input: $input) { __typename } }';
  const input = { idempotencyKey: newKey(), caseId, reason: 'The bank has blocked it.' };
  expect((await service.ask(query, { input }, agent)).data.closeCase.__typename).toBe('CloseCaseSuccess');
}

describe('a case whose promise has passed', () => {
  it('is overdue and stays open, with a next promise, which its holder is told once, whatever comes twice', async () => {
    const { bindingId, caseId, at } = await opened('REFUSED');
    service.clock.advance(days(3) - 1);
    expect(await service.jobs.run()).not.toContain('case-deadline');
    expect((await seen(bindingId)).cases).toMatchObject([{ overdueSince: null }]);
    service.clock.advance(1);
    expect(await service.jobs.run()).toContain('case-deadline');
    // Its worker was killed before it could say that it is done, and others look for what is lost.
    await service.composed.dataSource.transaction((tx) => caseJobs.enqueue(tx, 'case-deadline', { caseId }));
    expect(await service.jobs.run()).toContain('case-deadline');
    await service.jobs.reconcile(true);
    await service.jobs.run();
    const missedAt = new Date(at.getTime() + days(3)).toISOString();
    const next = new Date(at.getTime() + days(6)).toISOString();
    const { cases, told } = await seen(bindingId);
    expect(cases).toEqual([
      {
        ...{ about: 'REFUSED', openedAt: at.toISOString(), answerBy: next, overdueSince: missedAt, closedAt: null },
        text: expect.stringMatching(/we look into it\. We are later than we said; it stays open\.$/),
      },
    ]);
    expect(told).toEqual([
      {
        ...{ at: missedAt, actor: 'SYSTEM', way: 'TIMER', trigger: 'MissAnswer', reason: 'REFUSED' },
        text: expect.stringMatching(/It stays open\.$/),
      },
    ]);
    expect(await eventsOf(caseId)).toMatchObject([
      { sequence: 1, caseId, bindingId, about: 'REFUSED', promisedBy: missedAt, answerBy: next },
    ]);
  });

  it('is told again where the next one passes too, and is late since the first', async () => {
    const { bindingId, caseId, at } = await opened('OVERDUE');
    for (const wait of [3, 3, 7]) {
      service.clock.advance(days(wait));
      await service.jobs.run();
    }
    const [found] = (await seen(bindingId)).cases;
    expect(Number(new Date(found?.overdueSince)) - Number(at)).toBe(days(3));
    expect(Number(new Date(found?.answerBy)) - Number(at)).toBe(days(13 + 14));
    expect((await seen(bindingId)).told).toHaveLength(3);
    expect((await eventsOf(caseId)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('is found where its timer is lost', async () => {
    const { bindingId, caseId } = await opened('DIVERGED');
    await service.sql('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [`case ${caseId}`]);
    service.clock.advance(days(3) + 60_001);
    expect(await service.jobs.run()).not.toContain('case-deadline');
    await service.jobs.reconcile(false);
    expect(await service.jobs.run()).toContain('case-deadline');
    expect((await seen(bindingId)).told).toHaveLength(1);
  });

  it('is none any more once it is closed', async () => {
    const { bindingId, caseId } = await opened('MANDATE_LEFT');
    await close(caseId);
    service.clock.advance(days(3));
    expect(await service.jobs.run()).toContain('case-deadline');
    const { cases, told } = await seen(bindingId);
    expect(cases).toMatchObject([{ overdueSince: null }]);
    expect(told).toEqual([]);
    expect(await eventsOf(caseId)).toEqual([]);
  });
});

describe('openCases', () => {
  const query = `query ($first: Int!, $after: String) { openCases(first: $first, after: $after) { edges { cursor
    node { id about provider bindingId openedAt answerBy overdueSince endsByItself
      providerName phase boundAt operations { id kind createdAt sentAt asked } } } pageInfo { hasNextPage endCursor } } }`;
  const ask = (variables: object, claims: object = agent) => service.ask(query, { first: 100, ...variables }, claims);

  async function listed(first: number, claims: object = agent): Promise<Answer[]> {
    const nodes: Answer[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo }: Answer = (await ask({ first, after }, claims)).data.openCases;
      nodes.push(...edges.map(({ node }: Answer) => node));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    return nodes;
  }

  it('lists what is open page by page: overdue first, the oldest promise first, and what closes it', async () => {
    const late = await opened('REVOCATION');
    service.clock.advance(days(1));
    const later = await opened('OVERDUE');
    const gone = await opened('REFUSED');
    await close(gone.caseId);
    service.clock.advance(days(2));
    const fresh = await opened('MANDATE_LEFT');
    await service.jobs.run();
    const all = await listed(100);
    const ids = all.map(({ id }) => id);
    expect(await listed(2)).toEqual(all);
    expect(ids.filter((id) => [late, later, gone, fresh].some(({ caseId }) => caseId === id))).toEqual([
      late.caseId,
      later.caseId,
      fresh.caseId,
    ]);
    expect(all.find(({ id }) => id === late.caseId)).toEqual({
      ...{ id: late.caseId, about: 'REVOCATION', provider: 'seaside-bank', bindingId: late.bindingId },
      ...{ openedAt: late.at.toISOString(), answerBy: new Date(late.at.getTime() + days(6)).toISOString() },
      ...{ overdueSince: new Date(late.at.getTime() + days(3)).toISOString(), endsByItself: false },
      ...{ providerName: 'Seaside Bank', phase: 'BOUND', boundAt: expect.any(String), operations: [] },
    });
    expect(all.find(({ id }) => id === later.caseId)).toMatchObject({ overdueSince: null, endsByItself: true });
    const lateness = all.map(({ overdueSince }) => overdueSince !== null);
    expect(lateness).toEqual([...lateness].sort((a, b) => Number(b) - Number(a)));
  });

  it('says what the provider was asked for and has not ended, and how often it was asked about it', async () => {
    const { bindingId, caseId } = await opened('OVERDUE');
    service.providers['seaside-bank'].plan('UNBIND', 'NEVER');
    await unbind(service, holder, bindingId);
    await service.jobs.run();
    const found = (await listed(100)).find(({ id }) => id === caseId);
    expect(found).toMatchObject({
      phase: 'UNBINDING',
      operations: [
        { kind: 'UNBIND', createdAt: expect.any(String), sentAt: expect.any(String), asked: expect.any(Number) },
      ],
    });
  });

  it('is for our own people, and names nothing of their own', async () => {
    const { caseId } = await opened('REFUSED');
    const itsOwn = { viewer: { ...staff(['AGENT']).viewer, accountId: holder.viewer.accountId } };
    expect((await listed(100)).map(({ id }) => id)).toContain(caseId);
    expect((await listed(100, itsOwn)).map(({ id }) => id)).not.toContain(caseId);
    for (const others of [holder.claims, staff(['OPERATOR', 'REVIEWER']), {}])
      expect((await ask({}, others)).errors?.[0]?.extensions?.code).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    const [{ cursor }] = (await ask({ first: 1 })).data.openCases.edges;
    const mark = Buffer.from(cursor, 'base64url').toString().slice(0, 8);
    const id = newId('case');
    for (const text of [id, `1 ${id}`, `+012026-12-01T00:00:00.000Z ${id}`, `0000-12-01T00:00:00.000Z ${id}`]) {
      const after = Buffer.from(`${mark}${text}`).toString('base64url');
      expect((await ask({ after })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    const after = Buffer.from(`${mark}2026-12-01T00:00:00.000Z ${id}`).toString('base64url');
    expect((await ask({ after })).errors).toBeUndefined();
  });
});
