import {
  agent,
  confirmDecision,
  decide,
  disputeEvents,
  open,
  readDisputes,
  readFile,
  uphold,
} from '../testing/disputes';
import { aHolder, bind, mutate, proofOf, readBinding, settle, unbind, type Holder } from '../testing/holder';
import {
  startBindingService,
  type Answer,
  type ProviderCode,
  type RunningBinding,
} from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const day = 24 * 60 * 60_000;
async function disputedUnbind(provider: ProviderCode = 'seaside-bank', by = holder) {
  const { bindingId } = await bind(service, by, provider);
  await unbind(service, by, bindingId);
  await settle(service);
  const { dispute } = await open(service, by, bindingId, 'UNAUTHORISED_UNBIND');
  return { bindingId, disputeId: dispute.id as string };
}
const changesOf = (bindingId: string) =>
  service.sql<{ version: number; trigger: string }>(
    'SELECT version, trigger FROM binding_change WHERE binding_id = $1 AND version IS NOT NULL ORDER BY version',
    [bindingId],
  );

describe('an upheld dispute of an unbind', () => {
  it('takes two people, and then the holder’s own fresh proof puts the card back', async () => {
    const { bindingId, disputeId } = await disputedUnbind();
    const first = agent();
    const proposed = await decide(service, disputeId, 'UPHOLD', first, 'The phone was elsewhere.');
    expect(proposed.dispute.state).toBe('PROPOSED');
    const decisionId = proposed.dispute.decisions[0].id;
    expect(await confirmDecision(service, disputeId, decisionId, first)).toMatchObject({
      __typename: 'NotImpartialError',
      partiality: 'PROPOSED_IT',
    });
    expect((await confirmDecision(service, disputeId, decisionId)).dispute.state).toBe('AWAITING_PROOF');
    const [shown] = (await readDisputes(service, holder, bindingId)).disputes;
    expect(shown).toMatchObject({
      state: 'AWAITING_PROOF',
      reason: 'The phone was elsewhere.',
      proveBy: expect.any(String),
      closedAt: null,
      cardOutcome: 'COMES_BACK',
      nextSteps: [{ code: 'RESTORE' }],
      text: expect.stringContaining('and the card comes back: restore it.'),
    });
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof: 'no.real.proof' })).toMatchObject({
      __typename: 'ProofRejectedError',
    });
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RequestRestoreSuccess',
    });
    await settle(service);
    expect((await readBinding(service, holder, bindingId)).status).toBe('ACTIVE');
    expect((await readDisputes(service, holder, bindingId)).disputes).toMatchObject([
      { state: 'UPHELD', cardOutcome: 'IS_BACK', nextSteps: [], text: expect.stringContaining('bound again') },
    ]);
    const changes = await changesOf(bindingId);
    expect(changes.map(({ trigger }) => trigger)).toContain('Reinstate');
    expect(changes.map(({ version }) => version)).toEqual(changes.map((_, place) => place + 1));
    expect((await disputeEvents(service, disputeId)).map(({ type }) => type)).toEqual([
      'bindery.dispute.opened.v1',
      'bindery.dispute.upheld.v1',
    ]);
    expect((await disputeEvents(service, disputeId))[1]).toMatchObject({ keptSessionId: holder.viewer.sessionId });
  });

  it('refunds the fee, once, also where the card cannot come back', async () => {
    const { bindingId, disputeId } = await disputedUnbind('cloudgate');
    await uphold(service, disputeId);
    const charges = () =>
      service.sql('SELECT refunded_at FROM charge WHERE binding_id = $1', [bindingId]) as Promise<Answer[]>;
    const refunded = await charges();
    expect(refunded).toEqual([{ refunded_at: expect.any(Date) }]);
    const { disputes } = await readDisputes(service, holder, bindingId);
    expect(disputes).toMatchObject([
      {
        state: 'UPHELD',
        cardOutcome: 'BIND_ANEW',
        feeRefunded: { amount: { value: 500 }, at: (refunded[0]?.refunded_at as Date).toISOString() },
        nextSteps: [{ code: 'REBIND' }],
        text: 'You were right. The fee of CN¥5.00 is refunded. The card cannot be put back: it has to be bound anew. Other sessions of your account have ended.',
      },
    ]);
    expect((await disputeEvents(service, disputeId))[1]).toMatchObject({
      feeRefunded: true,
      refunded: { value: 500, currency: 'CNY' },
    });
    await settle(service);
    expect(await charges()).toEqual(refunded);
    const { receipt } = await readBinding(service, holder, bindingId);
    const amount = { value: 500, currency: 'CNY' };
    const at = (refunded[0]?.refunded_at as Date).toISOString();
    expect(receipt).toMatchObject({ feeCharged: amount, feeRefunded: { amount, at } });
    const query = `query ($id: ID!) { binding(id: $id) { card { history(first: 5, kinds: [FEE_REFUNDED]) { totalCount edges { node { kind at text reason actor from to } } } } } }`;
    const { data } = await service.ask(query, { id: bindingId }, holder.claims);
    expect(data.binding.card.history).toMatchObject({
      totalCount: 1,
      edges: [{ node: { at, reason: 'DISPUTE_UPHELD', text: expect.stringContaining('given back') } }],
    });
  });

  it('whose holder never proves it ends, and the restore clock goes on', async () => {
    const { bindingId, disputeId } = await disputedUnbind();
    const { restorable } = await readBinding(service, holder, bindingId);
    await uphold(service, disputeId);
    service.clock.advance(31 * day);
    await service.jobs.run();
    expect((await readDisputes(service, holder, bindingId)).disputes).toMatchObject([{ state: 'UPHELD' }]);
    const after = await readBinding(service, holder, bindingId);
    expect(new Date(after.restorable.until).getTime() - new Date(restorable.until).getTime()).toBe(31 * day);
  });
});

describe('other decisions', () => {
  it('reject in words, and the clock goes on by the time it stood', async () => {
    const { bindingId, disputeId } = await disputedUnbind();
    const before = await readBinding(service, holder, bindingId);
    service.clock.advance(3 * day);
    expect((await decide(service, disputeId, 'REJECT', agent(), 'You did it at the counter.')).dispute.state).toBe(
      'REJECTED',
    );
    expect((await readDisputes(service, holder, bindingId)).disputes).toMatchObject([
      { state: 'REJECTED', reason: 'You did it at the counter.' },
    ]);
    const { restorable } = await readBinding(service, holder, bindingId);
    expect(restorable.extendedByDispute).toBe(false);
    expect(new Date(restorable.until).getTime() - new Date(before.restorable.until).getTime()).toBe(3 * day);
    service.clock.advance(new Date(restorable.until).getTime() - service.clock.now().getTime() + 1000);
    await service.jobs.run();
    expect((await readBinding(service, holder, bindingId)).phase).toBe('RETIRED');
  });

  it('uphold that somebody else was at it, and tell until when the card that is off can be restored now', async () => {
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    const before = await readBinding(service, holder, bindingId);
    const { dispute } = await open(service, holder, bindingId, 'IMPERSONATION');
    service.clock.advance(3 * day);
    expect((await uphold(service, dispute.id)).state).toBe('UPHELD');
    const { restorable } = await readBinding(service, holder, bindingId);
    expect(new Date(restorable.until).getTime() - new Date(before.restorable.until).getTime()).toBe(3 * day);
    const [told] = (await disputeEvents(service, dispute.id)).filter(({ type }) => type.includes('upheld'));
    expect(new Date(told?.restorableUntil)).toEqual(new Date(restorable.until));
  });

  it('revoke a bind that was not the holder’s, without fee or way back, whatever the provider says later', async () => {
    const { bindingId } = await bind(service, holder);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    await uphold(service, dispute.id);
    expect((await readDisputes(service, holder, bindingId)).disputes).toMatchObject([
      { cardOutcome: 'IS_REVOKED', nextSteps: [], text: expect.stringContaining('taken off for good') },
    ]);
    const { phase, restorable, receipt } = await readBinding(service, holder, bindingId);
    expect({ phase, restorable }).toEqual({ phase: 'UNBOUND', restorable: null });
    expect(receipt?.feeCharged ?? null).toBeNull();
    for (const message of service.providers['seaside-bank'].settle({ late: true }))
      await service.composed.applyProviderMessage(message);
    expect((await readBinding(service, holder, bindingId)).phase).toBe('UNBOUND');
  });

  it('are nobody’s who has a part in it', async () => {
    const { disputeId, bindingId } = await disputedUnbind();
    const self = { viewer: { ...holder.viewer, staffRoles: ['AGENT'] } } as unknown as ReturnType<typeof agent>;
    expect(await decide(service, disputeId, 'REJECT', self)).toMatchObject({ partiality: 'OWN_ACCOUNT' });
    // Nor do they read what others make of it.
    expect((await readFile(service, disputeId, self)).data).toEqual({ dispute: null });
    const queue = '{ disputes(first: 100) { edges { node { id } } } }';
    const idsFor = async (by: object): Promise<string[]> =>
      (await service.ask(queue, {}, by)).data.disputes.edges.map(({ node }: Answer) => node.id);
    expect(await idsFor(self)).not.toContain(disputeId);
    expect(await idsFor(agent())).toContain(disputeId);
    const first = agent();
    await decide(service, disputeId, 'REJECT', first);
    const { dispute } = await open(service, holder, bindingId, 'IMPERSONATION');
    expect(await decide(service, dispute.id, 'REJECT', first)).toMatchObject({ partiality: 'ACTED_ON_IT' });
    expect(await decide(service, dispute.id, 'REJECT', agent(), ' ')).toMatchObject({
      field: 'reason',
      rule: 'REQUIRED',
    });
  });

  it('are open again when the second person differs, and a proposal that fell confirms nothing', async () => {
    const { disputeId } = await disputedUnbind();
    const { dispute } = await decide(service, disputeId, 'UPHOLD');
    const [{ id }] = dispute.decisions;
    expect((await confirmDecision(service, disputeId, id, agent(), false)).dispute.state).toBe('OPEN');
    expect(await confirmDecision(service, disputeId, id)).toMatchObject({
      __typename: 'DisputeMovedError',
      state: 'OPEN',
    });
    await decide(service, disputeId, 'UPHOLD');
    expect(await confirmDecision(service, disputeId, id)).toMatchObject({ state: 'PROPOSED' });
  });

  it('of many people at once have one winner and typed conflicts', async () => {
    for (let round = 0; round < 4; round++) {
      const { disputeId } = await disputedUnbind('seaside-bank', aHolder());
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, place) => decide(service, disputeId, place % 2 ? 'UPHOLD' : 'REJECT')),
      );
      const won = answers.filter(({ __typename }) => __typename === 'DecideDisputeSuccess');
      expect(won).toHaveLength(1);
      expect(answers.filter(({ __typename }) => __typename === 'DisputeMovedError')).toHaveLength(19);
      if (won[0].dispute.state !== 'PROPOSED') continue;
      const [{ id }] = won[0].dispute.decisions;
      const seconds = await Promise.all(Array.from({ length: 20 }, () => confirmDecision(service, disputeId, id)));
      expect(seconds.filter(({ __typename }) => __typename === 'ConfirmDisputeDecisionSuccess')).toHaveLength(1);
      const { data } = await readFile(service, disputeId);
      expect(data.dispute.decisions.map(({ step }: Answer) => step)).toEqual(['PROPOSED', 'CONFIRMED']);
    }
  });
});
