import type { Id } from '@bindery/kernel';
import { agent, decide, disputeEvents, open, readDisputes, readFile, uphold } from '../testing/disputes';
import { aHolder, bind, mutate, newKey, proofOf, readBinding, settle, unbind, type Holder } from '../testing/holder';
import { insertPayments } from '../testing/usage';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const day = 24 * 60 * 60_000;
async function unbound(by = holder) {
  const bound = await bind(service, by);
  await unbind(service, by, bound.bindingId);
  await settle(service);
  return bound.bindingId;
}
async function removedElsewhere(by = holder) {
  const { bindingId } = await bind(service, by);
  const { credentialReference } = await readBinding(service, by, bindingId);
  const fake = service.providers['seaside-bank'];
  await service.composed.applyProviderMessage(fake.removeOutside(credentialReference));
  await settle(service);
  expect((await readBinding(service, by, bindingId)).phase).toBe('UNBOUND');
  return bindingId;
}

const disputableOf = async (bindingId: Id<'binding'>): Promise<string[]> =>
  (await readDisputes(service, holder, bindingId)).disputable.map(({ about }: Answer) => about);

describe('what can be disputed', () => {
  it.each(['seaside-bank', 'cloudgate'] as const)(
    'of a card of %s is no use where there is none, and no loan where nothing is lent',
    async (provider) => {
      const { bindingId } = await bind(service, holder, provider);
      expect(await disputableOf(bindingId)).toEqual(['UNAUTHORISED_BIND', 'IMPERSONATION']);
      expect(await open(service, holder, bindingId, 'UNAUTHORISED_LOAN')).toMatchObject({
        field: 'loanId',
        rule: 'REQUIRED',
      });
      expect((await readBinding(service, holder, bindingId)).holds).toEqual([]);
    },
  );

  it('is a use as long as there is one that is not disputed', async () => {
    const bound = await bind(service, holder);
    const { bindingId } = bound;
    const { accountId } = holder.viewer;
    await insertPayments(service, { ...bound, accountId }, { count: 2, now: service.clock.now() });
    const query = `{ card(id: "${bound.cardId}") { usage(first: 5) { edges { node { id bindingId } } } } }`;
    const { edges } = (await service.ask(query, {}, holder.claims)).data.card.usage;
    expect(edges).toHaveLength(2);
    for (const { node } of edges) {
      expect(await disputableOf(bindingId)).toContain('UNAUTHORISED_USE');
      const opened = await open(service, holder, node.bindingId, 'UNAUTHORISED_USE', { usageId: node.id });
      expect(opened.__typename).toBe('OpenDisputeSuccess');
    }
    expect(await disputableOf(bindingId)).not.toContain('UNAUTHORISED_USE');
  });
});

describe('openDispute', () => {
  it('freezes what is known, names the deadline in a zone, and keeps the restore clock standing', async () => {
    const bindingId = await unbound();
    expect(await disputableOf(bindingId)).toEqual(['UNAUTHORISED_UNBIND', 'IMPERSONATION']);
    const opened = await open(service, holder, bindingId, 'UNAUTHORISED_UNBIND');
    expect(opened).toMatchObject({
      __typename: 'OpenDisputeSuccess',
      dispute: { state: 'OPEN', reason: null, text: expect.stringContaining('GMT+8') },
    });
    const { data } = await readFile(service, opened.dispute.id);
    expect(data.dispute).toMatchObject({ bindingId, words: 'It was not me.', evidence: { isIntact: true } });
    const { snapshot } = data.dispute.evidence;
    expect(snapshot.changes.at(-1)).toMatchObject({ fact: 'unbound' });
    expect(snapshot.operations.map(({ kind }: Answer) => kind)).toEqual(['BIND', 'UNBIND']);
    expect(snapshot.receipts).toHaveLength(1);
    expect(snapshot.openedBy).toEqual({ sessionId: holder.viewer.sessionId, deviceId: holder.viewer.deviceId });
    const [event] = await disputeEvents(service, opened.dispute.id);
    expect(event).toMatchObject({ type: 'bindery.dispute.opened.v1', about: 'UNAUTHORISED_UNBIND', held: false });
    expect(JSON.stringify(event)).not.toContain('not me');

    const { restorable } = await readBinding(service, holder, bindingId);
    service.clock.advance(new Date(restorable.until).getTime() - service.clock.now().getTime() + day);
    await service.jobs.reconcile(false);
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      phase: 'UNBOUND',
      restorable: { extendedByDispute: true },
    });
    const after = await readDisputes(service, holder, bindingId);
    expect(after.disputes).toMatchObject([{ state: 'OPEN', escalatedAt: expect.any(String) }]);
    expect(after.cases).toEqual([{ about: 'DISPUTE_OVERDUE' }]);
    expect((await disputeEvents(service, opened.dispute.id)).map(({ type }) => type)).toContain(
      'bindery.dispute.escalated.v1',
    );
  });

  it('holds a card that somebody else may use, at once and at its provider', async () => {
    const { bindingId } = await bind(service, holder);
    const { binding, dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    expect(binding).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'DISPUTE', reason: 'UNAUTHORISED_BIND' }] });
    await settle(service);
    await decide(service, dispute.id, 'REJECT');
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('refuses what is not there, too late, there already, or somebody else’s', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_UNBIND')).toMatchObject({
      __typename: 'NotDisputableError',
      code: 'NOTHING_TO_DISPUTE',
    });
    const absent = await open(service, aHolder(), bindingId, 'UNAUTHORISED_BIND');
    expect(absent).toMatchObject({ __typename: 'NotFoundError' });
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_USE')).toMatchObject({
      field: 'usageId',
      rule: 'REQUIRED',
    });
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_BIND', { words: ' ' })).toMatchObject({
      field: 'words',
      rule: 'REQUIRED',
    });
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_BIND')).toMatchObject({
      __typename: 'AlreadyDisputedError',
      earlier: { id: dispute.id },
    });
    await decide(service, dispute.id, 'REJECT');
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_BIND')).toMatchObject({
      __typename: 'AlreadyDisputedError',
      earlier: { state: 'REJECTED' },
    });
    const late = aHolder();
    const { bindingId: old } = await bind(service, late);
    service.clock.advance(61 * day);
    expect(await open(service, late, old, 'UNAUTHORISED_BIND')).toMatchObject({ code: 'TOO_LATE_TO_DISPUTE' });
  });

  it('is once for its key, and not without end', async () => {
    const { bindingId } = await bind(service, holder);
    const idempotencyKey = newKey();
    const once = await open(service, holder, bindingId, 'IMPERSONATION', { idempotencyKey });
    expect(await open(service, holder, bindingId, 'IMPERSONATION', { idempotencyKey })).toEqual(once);
    for (let time = 0; time < 4; time++) {
      const { bindingId: another } = await bind(service, holder, time < 2 ? 'seaside-bank' : 'harbour-bank');
      expect((await open(service, holder, another, 'UNAUTHORISED_BIND')).__typename).toBe('OpenDisputeSuccess');
    }
    expect(await open(service, holder, bindingId, 'UNAUTHORISED_BIND')).toMatchObject({
      __typename: 'TooManyRequestsError',
    });
  });

  it('many times at once has one winner and typed conflicts', async () => {
    for (let round = 0; round < 5; round++) {
      const racer = aHolder();
      const { bindingId } = await bind(service, racer);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => open(service, racer, bindingId, 'UNAUTHORISED_BIND')),
      );
      const won = answers.filter(({ __typename }) => __typename === 'OpenDisputeSuccess');
      expect(won).toHaveLength(1);
      expect(answers.filter(({ __typename }) => __typename === 'AlreadyDisputedError')).toHaveLength(19);
    }
  });

  it('and a restore at once never leave an upheld card that nobody can have back', async () => {
    for (let round = 0; round < 5; round++) {
      const racer = aHolder();
      const bindingId = await unbound(racer);
      const proof = await proofOf(service, racer, 'RESTORE', bindingId);
      const [disputed, restored] = await Promise.all([
        open(service, racer, bindingId, 'UNAUTHORISED_UNBIND'),
        mutate(service, racer, 'requestRestore', { bindingId, proof }),
      ]);
      expect(restored.__typename).toBe('RequestRestoreSuccess');
      expect(['OpenDisputeSuccess', 'NotDisputableError']).toContain(disputed.__typename);
      await settle(service);
      expect((await readBinding(service, racer, bindingId)).phase).toBe('BOUND');
      if (disputed.dispute) expect((await uphold(service, disputed.dispute.id)).state).toBe('UPHELD');
    }
  });

  it('and a lapse at once leave the card off for good or its clock standing, never both', async () => {
    const racers = [];
    for (let round = 0; round < 8; round++) {
      const racer = aHolder();
      racers.push({ racer, bindingId: await unbound(racer) });
    }
    const [first] = racers;
    const { restorable } = await readBinding(service, first!.racer, first!.bindingId);
    service.clock.advance(new Date(restorable.until).getTime() - service.clock.now().getTime() + 1000);
    // Those whose act is longer ago than sixty days have nothing to race for.
    const [, answers] = await Promise.all([
      service.jobs.run(),
      Promise.all(racers.map(({ racer, bindingId }) => open(service, racer, bindingId, 'IMPERSONATION'))),
    ]);
    for (const [place, { racer, bindingId }] of racers.entries()) {
      const { phase } = await readBinding(service, racer, bindingId);
      const opened = answers[place].__typename === 'OpenDisputeSuccess';
      expect(opened ? ['UNBOUND', 'RETIRED'] : ['RETIRED', 'UNBOUND']).toContain(phase);
      await service.jobs.reconcile(false);
      await service.jobs.run();
      if (opened && phase === 'UNBOUND') expect((await readBinding(service, racer, bindingId)).phase).toBe('UNBOUND');
    }
  });
});

const answersTold = async (bindingId: string): Promise<boolean[]> =>
  (
    await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE key = $1 AND headers->>'ce_type' = 'bindery.removal.answered.v1' ORDER BY position`,
      [bindingId],
    )
  ).map(({ value }) => JSON.parse(value).itWasMe);

describe('a card that was removed elsewhere', () => {
  it('is disputed by one tap', async () => {
    const bindingId = await removedElsewhere();
    const asked = (await readDisputes(service, holder, bindingId)).removalQuestion;
    expect(asked).toMatchObject({ answeredAt: null, itWasMe: null });
    expect(new Date(asked.answerBy).getTime() - new Date(asked.askedAt).getTime()).toBe(60 * day);
    const answered = await mutate(service, holder, 'answerWasThisYou', { bindingId, itWasMe: false });
    expect(answered).toMatchObject({
      __typename: 'AnswerWasThisYouSuccess',
      dispute: { about: 'UNAUTHORISED_UNBIND', state: 'OPEN' },
    });
    expect((await readDisputes(service, holder, bindingId)).removalQuestion).toMatchObject({
      askedAt: asked.askedAt,
      answeredAt: expect.any(String),
      itWasMe: false,
    });
    expect(await mutate(service, holder, 'answerWasThisYou', { bindingId, itWasMe: false })).toMatchObject({
      __typename: 'AlreadyDisputedError',
    });
    expect(await answersTold(bindingId)).toEqual([false]);
  });

  it('is answered, too, by who disputes the removal in words', async () => {
    const bindingId = await removedElsewhere();
    await open(service, holder, bindingId, 'UNAUTHORISED_UNBIND');
    expect((await readDisputes(service, holder, bindingId)).removalQuestion).toMatchObject({ itWasMe: false });
    expect(await answersTold(bindingId)).toEqual([false]);
  });

  it('was taken off by its holder, who says so; a card that was not removed asks nothing', async () => {
    const bindingId = await removedElsewhere();
    expect(await mutate(service, holder, 'answerWasThisYou', { bindingId, itWasMe: true })).toMatchObject({
      __typename: 'AnswerWasThisYouSuccess',
      dispute: null,
    });
    expect((await readDisputes(service, holder, bindingId)).removalQuestion).toMatchObject({ itWasMe: true });
    expect(await answersTold(bindingId)).toEqual([true]);
    const unboundHere = await unbound();
    expect((await readDisputes(service, holder, unboundHere)).removalQuestion).toBeNull();
    const { bindingId: bound } = await bind(service, holder, 'harbour-bank');
    expect(await mutate(service, holder, 'answerWasThisYou', { bindingId: bound, itWasMe: false })).toMatchObject({
      code: 'NOTHING_TO_ANSWER',
    });
  });
});

describe('a dispute', () => {
  it('is shown to its holder and to support, and to nobody else', async () => {
    const { bindingId } = await bind(service, holder);
    const { dispute } = await open(service, holder, bindingId, 'IMPERSONATION');
    expect((await readFile(service, dispute.id, holder.claims)).errors[0].extensions.code).toBe('FORBIDDEN');
    const { data } = await service.ask('{ disputes(first: 5) { edges { cursor node { id } } } }', {}, agent());
    expect(data.disputes.edges.length).toBeGreaterThan(0);
    const { cursor } = data.disputes.edges[0];
    const next = await service.ask(`{ disputes(first: 1, after: "${cursor}") { edges { node { id } } } }`, {}, agent());
    expect(next.errors).toBeUndefined();
  });
});
