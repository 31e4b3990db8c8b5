import { newId, type Id } from '@bindery/kernel';
import type { SentKind } from '../providers';
import { agent, evidence, openDesk, other, reason } from '../testing/answers-desk';
import { aHolder, bind, mutate, newKey, proofOf, readBinding, settle, unbind, type Holder } from '../testing/holder';
import { staff } from '../testing/operator';
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
  await desk.pass((Number(new Date(deadline)) - Number(service.clock.now())) / 1_000);
  return { bindingId, open: await desk.queued(bindingId) };
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
    const taken = await desk.record(input);
    expect(taken).toMatchObject({
      __typename: 'RecordProviderAnswerSuccess',
      stated: { answer: 'DONE', takesTwo: false, decision: 'TAKEN', decidedBy: agent.viewer.accountId, evidence },
      bindingCase: { about: 'OVERDUE', closedAt: expect.any(String), reason },
    });
    expect(await desk.record(input)).toEqual(taken);
    expect(await desk.record({ ...input, idempotencyKey: newKey() })).toMatchObject({ obstacle: 'CASE_CLOSED' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    await service.jobs.run();
    const { history, cases } = await desk.holderSees(bindingId, holder);
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
      const first = await desk.record(input);
      expect(first).toMatchObject({ stated: { takesTwo: true, decision: null }, bindingCase: { closedAt: null } });
      expect(await readBinding(service, holder, bindingId)).toEqual(before);
      expect((await desk.queued(bindingId)).nextSteps).toContainEqual(
        expect.objectContaining({ code: 'CONFIRM_ANSWER' }),
      );
      expect(await desk.record(input, other)).toMatchObject({ obstacle: 'ANOTHER_WAITS' });
      expect(await desk.confirm(first.stated.id, {}, agent)).toMatchObject({ obstacle: 'OWN_STATEMENT' });
      expect(await desk.confirm(first.stated.id)).toMatchObject({
        stated: { decision: 'TAKEN', decidedBy: other.viewer.accountId },
        bindingCase: { closedAt: expect.any(String), reason },
      });
      expect(await desk.confirm(first.stated.id)).toMatchObject({ obstacle: 'CASE_CLOSED' });
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
      expect(await desk.record({ caseId: open.id, operationId: operationOf(open), answer })).toMatchObject({
        stated: { decision: 'TAKEN' },
        bindingCase: { closedAt: expect.any(String) },
      });
      expect(await readBinding(service, holder, bindingId)).toMatchObject({ status });
    },
    40_000,
  );

  it('is looked at soon after our people have heard of it, as they may be mistaken', async () => {
    const { bindingId, open } = await overdue('SUSPEND');
    await desk.record({ caseId: open.id, operationId: operationOf(open), answer: 'DONE' });
    const rows = await service.sql<{ soon: Date }>(
      'SELECT next_compare_at AS soon FROM provider_view WHERE binding_id = $1',
      [bindingId],
    );
    const soon = new Date(service.clock.now().getTime() + 5 * 60_000);
    expect(rows.map((row) => row.soon.getTime() <= soon.getTime())).toEqual([true]);
  }, 40_000);

  it('is declined by either of them, and can be stated anew; the provider itself overtakes what waits', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const input = { caseId: open.id, operationId: operationOf(open), answer: 'NOT_DONE' };
    const first = await desk.record(input);
    expect(await desk.confirm(first.stated.id, { agree: false }, agent)).toMatchObject({
      stated: { decision: 'DECLINED' },
    });
    expect(await desk.confirm(first.stated.id)).toMatchObject({ obstacle: 'DECIDED_BEFORE' });
    const second = await desk.record(input);
    await service.composed.settleOperation({
      operationId: operationOf(open) as Id<'operation'>,
      outcome: { is: 'CONFIRMED' },
      channel: 'PROVIDER_WEBHOOK',
    });
    expect(await desk.confirm(second.stated.id)).toMatchObject({ obstacle: 'CASE_CLOSED' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect((await desk.holderSees(bindingId, holder)).cases).toMatchObject([{ reason: null }]);
  }, 40_000);

  it('is asked about now, once in five minutes, and nothing is sent by it', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const sent = bank().sent.length;
    const idempotencyKey = newKey();
    const asked = await desk.ask(open.id, { idempotencyKey });
    expect(asked).toMatchObject({ __typename: 'AskProviderAgainSuccess' });
    expect(await desk.ask(open.id, { idempotencyKey })).toEqual(asked);
    expect(await desk.ask(open.id, {}, other)).toMatchObject({
      __typename: 'TooManyRequestsError',
      retryAt: new Date(Number(service.clock.now()) + 5 * 60_000).toISOString(),
    });
    const at = service.clock.now();
    expect(await service.jobs.run()).toContain('query-operation');
    const after = await desk.queued(bindingId);
    expect(after.operations).toMatchObject([{ askedAt: at.toISOString() }]);
    expect(after.nextSteps[0]).toMatchObject({ code: 'ASK_AGAIN', from: expect.any(String) });
    expect(bank().sent).toHaveLength(sent);
    service.clock.advance(5 * 60_000);
    expect((await desk.ask(open.id)).__typename).toBe('AskProviderAgainSuccess');
  }, 40_000);

  it('that is a bind is never bound by a word of ours, and is begun anew after a no', async () => {
    bank().plan('BIND', 'NEVER');
    const { bindingId } = await bind(service, holder);
    const { deadline } = (await readBinding(service, holder, bindingId)).sync;
    await desk.pass((Number(new Date(deadline)) - Number(service.clock.now())) / 1_000);
    const open = await desk.queued(bindingId);
    const input = { caseId: open.id, operationId: operationOf(open) };
    expect(await desk.record({ ...input, answer: 'DONE' })).toMatchObject({ obstacle: 'ONLY_THE_PROVIDER' });
    expect(await desk.record({ ...input, answer: 'NOT_DONE' })).toMatchObject({ stated: { decision: 'TAKEN' } });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'DECLINED' });
    // It was hearsay: what is bound there all the same is looked for, and taken off.
    expect(await service.jobs.run({ mayFail: true })).toContain('remove-at-provider');
  }, 30_000);

  it('is for our own people, not about their own card, and takes what fits', async () => {
    const { bindingId, open } = await overdue('UNBIND');
    const input = { caseId: open.id, operationId: operationOf(open), answer: 'DONE' };
    const own = { viewer: { ...agent.viewer, accountId: holder.viewer.accountId } };
    expect(await desk.record(input, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    expect(await desk.ask(open.id, {}, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    const waiting = await desk.record({ ...input, answer: 'NOT_DONE' });
    expect(await desk.confirm(waiting.stated.id, {}, own)).toMatchObject({ obstacle: 'OWN_ACCOUNT' });
    for (const claims of [holder.claims, staff(['OPERATOR', 'REVIEWER']), {}]) {
      const refused = /FORBIDDEN|UNAUTHENTICATED/;
      await expect(desk.record(input, claims)).rejects.toThrow(refused);
      await expect(desk.confirm(waiting.stated.id, {}, claims)).rejects.toThrow(refused);
      await expect(desk.ask(open.id, {}, claims)).rejects.toThrow(refused);
    }
    expect(await desk.record({ ...input, operationId: newId('operation') })).toMatchObject({ obstacle: 'NOT_OPEN' });
    expect(await desk.record({ ...input, answer: 'GONE' })).toMatchObject({ obstacle: 'DOES_NOT_FIT' });
    expect(await desk.record({ ...input, loanNumber: 'L-1' })).toMatchObject({
      field: 'loanNumber',
      rule: 'NOT_WANTED',
    });
    expect(await desk.record({ ...input, evidence: ' ' })).toMatchObject({ field: 'evidence', rule: 'REQUIRED' });
    expect(await desk.record({ ...input, reason: 'a\u202eb' })).toMatchObject({ field: 'reason', rule: 'CHARACTERS' });
    expect(await desk.record({ ...input, caseId: newId('case') })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await desk.confirm(newId('answer'))).toMatchObject({ __typename: 'NotFoundError' });
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'UNBINDING' });
    await expect(
      service.sql(
        `UPDATE provider_answer SET decision = 'TAKEN', decided_by = stated_by, decided_at = now() WHERE id = $1`,
        [waiting.stated.id],
      ),
    ).rejects.toThrow(/check constraint/);
  }, 40_000);
});
