import { newId, type Id } from '@bindery/kernel';
import { confirmDecision, decide, open, readDisputes, uphold } from '../testing/disputes';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  proofOf,
  readBinding,
  replaceCard,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { changeProfile, readProfile, staff } from '../testing/operator';
import { insertPayments } from '../testing/usage';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const replace = (bindingId: Id<'binding'>) => replaceCard(service, holder, bindingId);
async function finish({ binding }: Answer): Promise<Id<'binding'>> {
  await confirm(service, holder, binding.id);
  await settle(service);
  return binding.id;
}
/** What was put off by a minute. */
async function later(minutes = 5): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    service.clock.advance(61_000);
    await settle(service);
  }
}

/** The true cause, once it is decided: no dispute is open any more. */
const revoked = { owner: 'DISPUTE', cause: 'REVOKED', text: 'It should never have been bound, and was taken off.' };

describe('a bind that was not the holder’s is revoked', () => {
  it('though the card was replaced while that was looked into', async () => {
    const { bindingId } = await bind(service, holder);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    const successorId = await finish(await replace(bindingId));
    expect(await read(bindingId)).toMatchObject({ phase: 'REPLACED' });
    await uphold(service, dispute.id);
    await settle(service);
    expect(await read(successorId)).toMatchObject({ phase: 'UNBOUND', restorable: null, holds: [revoked] });
    expect(await read(bindingId)).toMatchObject({
      holds: [{ cause: 'DISPUTE_OPEN', text: 'It was held for a dispute about it, and is not used any more.' }],
    });
  });

  it('though another card was on its way to take its place', async () => {
    const { bindingId } = await bind(service, holder);
    const begun = await replace(bindingId);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    await uphold(service, dispute.id);
    const { binding: on } = begun;
    expect(await read(on.id)).toMatchObject({ holds: [{ cause: 'REVOKED' }] });
    const successorId = await finish(begun);
    expect((await read(successorId)).status).not.toBe('ACTIVE');
    await later();
    for (const id of [successorId, bindingId])
      expect(await read(id)).toMatchObject({ phase: 'UNBOUND', restorable: null, holds: [revoked] });
  });

  it('for good, though it was taken off before the decision', async () => {
    const { bindingId } = await bind(service, holder);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    expect((await unbind(service, holder, bindingId)).__typename).toBe('RequestUnbindSuccess');
    await settle(service);
    await uphold(service, dispute.id);
    await later();
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RestoreRefusedError',
    });
    expect(await read(bindingId)).toMatchObject({ phase: 'UNBOUND', restorable: null, holds: [] });
  });

  it('though it was being taken off at the decision, and its provider then kept it', async () => {
    const { bindingId } = await bind(service, holder);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    service.providers['seaside-bank'].plan('UNBIND', 'REFUSE_LATER');
    await unbind(service, holder, bindingId);
    const proposed = await decide(service, dispute.id, 'UPHOLD');
    await confirmDecision(service, dispute.id, proposed.dispute.decisions.at(-1).id);
    expect((await read(bindingId)).phase).toBe('UNBINDING');
    await settle(service);
    await later();
    expect((await read(bindingId)).phase).toBe('UNBOUND');
  });
});

describe('a hold of a dispute ends with it', () => {
  it('on the card that has taken the place meanwhile', async () => {
    const bound = await bind(service, holder);
    const { bindingId } = bound;
    await insertPayments(
      service,
      { ...bound, accountId: holder.viewer.accountId },
      { count: 1, now: service.clock.now() },
    );
    const [{ id: usageId } = { id: '' }] = await service.sql<{ id: string }>(
      'SELECT id FROM usage_record WHERE binding_id = $1',
      [bindingId],
    );
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_USE', { usageId });
    await settle(service);
    const successorId = await finish(await replace(bindingId));
    expect(await read(successorId)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'DISPUTE' }] });
    await decide(service, dispute.id, 'REJECT');
    await settle(service);
    await later();
    expect(await read(successorId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });
});

describe('a use that was not the holder’s', () => {
  const used = async (provider: 'seaside-bank' | 'cloudgate') => {
    const bound = await bind(service, holder, provider);
    const { bindingId } = bound;
    await insertPayments(
      service,
      { ...bound, accountId: holder.viewer.accountId },
      { count: 1, now: service.clock.now() },
    );
    const [{ id: usageId } = { id: '' }] = await service.sql<{ id: string }>(
      'SELECT id FROM usage_record WHERE binding_id = $1',
      [bindingId],
    );
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_USE', { usageId });
    await settle(service);
    await uphold(service, dispute.id);
    await later(2);
    const [shown] = (await readDisputes(service, holder, bindingId)).disputes;
    return { bindingId, shown };
  };

  it('leaves a number in other hands: its holder is told whom to ask for the money, and replaces the card', async () => {
    const { bindingId, shown } = await used('seaside-bank');
    expect(shown).toMatchObject({
      state: 'UPHELD',
      cardOutcome: 'REPLACE',
      nextSteps: [{ code: 'CONTACT_PROVIDER' }, { code: 'REPLACE' }],
      text: expect.stringMatching(/Ask Seaside Bank for it.*replace it, or take it off/),
    });
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
    await finish(await replace(bindingId));
    const [after] = (await readDisputes(service, holder, bindingId)).disputes;
    expect(after).toMatchObject({ cardOutcome: 'STAYS', nextSteps: [{ code: 'CONTACT_PROVIDER' }] });
  });

  it('is no matter of money where it opened a door', async () => {
    const { shown } = await used('cloudgate');
    expect(shown).toMatchObject({ cardOutcome: 'REPLACE', nextSteps: [{ code: 'REPLACE' }] });
    expect(shown.text).not.toContain('money');
  });
});

describe('a hold of a dispute that ends while the card is off', () => {
  it('is not there when the card comes back', async () => {
    const bound = await bind(service, holder);
    const { bindingId } = bound;
    await insertPayments(
      service,
      { ...bound, accountId: holder.viewer.accountId },
      { count: 1, now: service.clock.now() },
    );
    const [{ id: usageId } = { id: '' }] = await service.sql<{ id: string }>(
      'SELECT id FROM usage_record WHERE binding_id = $1',
      [bindingId],
    );
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_USE', { usageId });
    await settle(service);
    await unbind(service, holder, bindingId);
    await settle(service);
    await decide(service, dispute.id, 'REJECT');
    await later(2);
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });
});

describe('what is upheld is the unbind that was disputed', () => {
  it('and not a later one, which its holder did themselves', async () => {
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_UNBIND');
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
    await settle(service);
    service.clock.advance(60_000);
    await unbind(service, holder, bindingId);
    await settle(service);
    await uphold(service, dispute.id);
    expect((await readDisputes(service, holder, bindingId)).disputes).toMatchObject([{ state: 'UPHELD' }]);
  });
});

describe('who decides about a dispute', () => {
  it('has not let the card in as a reviewer', async () => {
    const { current } = await readProfile(service);
    const { requirements } = current.profile;
    await changeProfile(service, {
      requirements: { ...requirements, BIND: { ...requirements.BIND, review: true, reviewers: 2 } },
    });
    const [one, other] = [staff(['AGENT', 'REVIEWER']), staff(['AGENT', 'REVIEWER'])];
    const begun = await mutate(service, holder, 'startBinding', startInput(holder));
    const bindingId = begun.binding.id as Id<'binding'>;
    expect((await confirm(service, holder, bindingId)).__typename).toBe('ReviewFirstError');
    const reviewId = newId('review');
    await service.eventLog.publish('verification', {
      type: 'bindery.review.decided.v1',
      key: reviewId,
      sequence: 1,
      data: {
        reviewId,
        bindingId,
        accountId: holder.viewer.accountId,
        provider: 'seaside-bank',
        requestVersion: 2,
        decision: 'APPROVE',
        reasons: [],
        reviewerIds: [one, other].map(({ viewer }) => viewer.accountId),
        reviewersNeeded: 2,
        at: service.clock.now().toISOString(),
      },
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    const { dispute } = await open(service, holder, bindingId, 'UNAUTHORISED_BIND');
    await settle(service);
    const partial = { __typename: 'NotImpartialError', partiality: 'ACTED_ON_IT' };
    expect(await decide(service, dispute.id, 'REJECT', one)).toMatchObject(partial);
    const proposed = await decide(service, dispute.id, 'UPHOLD');
    const decisionId = proposed.dispute.decisions.at(-1).id;
    expect(await confirmDecision(service, dispute.id, decisionId, other)).toMatchObject(partial);
    expect((await confirmDecision(service, dispute.id, decisionId)).dispute.state).toBe('UPHELD');
  });
});
