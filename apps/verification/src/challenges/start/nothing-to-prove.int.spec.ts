import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import {
  aBinding,
  publishDispute,
  publishPhase,
  publishStarted,
  publishUnbound,
  type PublishedBinding,
} from '../../testing/binding-events';
import { aHolder, planDigest, start } from '../../testing/operations';
import { startVerification, type RunningVerification } from '../../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());

const dayMs = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(service.clock.now().getTime() + days * dayMs).toISOString();
const unplanned = ['BIND', 'RESTORE'];
const knownOf = async ({ bindingId }: PublishedBinding) =>
  (await service.composed.dataSource.query('SELECT * FROM known_binding WHERE id = $1', [bindingId]))[0];

async function scene() {
  const holder = await aHolder(service);
  const binding = aBinding(holder.accountId);
  const ask = (action: string) =>
    start(
      service,
      { purpose: { action, subjectId: binding.bindingId, ...(unplanned.includes(action) ? {} : { planDigest }) } },
      holder.claims,
    );
  const sent = () => service.carrier.messages.filter(({ to }) => to === holder.phone).length;
  return { holder, binding, ask, sent };
}

const nothing = {
  __typename: 'NothingToProveError',
  code: 'NOTHING_TO_PROVE',
  message: expect.stringContaining('can no longer be restored'),
  remedies: [{ code: 'ContactSupport' }],
};

describe('a code for what cannot be done any more', () => {
  it.each([
    ['rejected', {}],
    ['upheld', { about: 'IMPERSONATION', keptSessionId: newId('session'), feeRefunded: false }],
  ] as const)(
    'is not sent for a restore after its window, and is while a dispute is open or was %s',
    async (fact, more) => {
      const { binding, ask, sent } = await scene();
      await publishUnbound(service, binding, 1, inDays(0), inDays(30));
      await eventually(async () => expect((await knownOf(binding))?.restorable_until).toEqual(new Date(inDays(30))));
      expect(await ask('RESTORE')).toMatchObject({ __typename: 'StartChallengeSuccess' });
      await eventually(async () => expect(sent()).toBeGreaterThan(0));
      const before = sent();
      service.clock.advance(31 * dayMs);
      expect(await ask('RESTORE')).toMatchObject(nothing);
      expect(sent()).toBe(before);

      const disputeId = newId('dispute');
      await publishDispute(service, binding, disputeId, 'opened', 1, { decideBy: inDays(7), held: false });
      await eventually(async () => expect(await ask('RESTORE')).toMatchObject({ __typename: 'StartChallengeSuccess' }));
      await publishDispute(service, binding, disputeId, fact, 2, { ...more, restorableUntil: inDays(3) });
      await eventually(async () => expect((await knownOf(binding))?.restorable_until).toEqual(new Date(inDays(3))));
      expect(await ask('RESTORE')).toMatchObject({ __typename: 'StartChallengeSuccess' });
      service.clock.advance(4 * dayMs);
      expect(await ask('RESTORE')).toMatchObject(nothing);
    },
  );

  it('is not sent for a card that cannot be restored at all, nor for a start that was confirmed', async () => {
    const { binding, ask } = await scene();
    await publishStarted(service, binding, inDays(1));
    await eventually(async () => expect((await knownOf(binding))?.phase).toBe('VERIFYING'));
    expect(await ask('BIND')).toMatchObject({ __typename: 'StartChallengeSuccess' });
    await publishPhase(service, binding, 'BOUND', 2);
    await eventually(async () => expect((await knownOf(binding))?.phase).toBe('BOUND'));
    expect(await ask('BIND')).toMatchObject({ __typename: 'NothingToProveError' });
    expect(await ask('UNBIND')).toMatchObject({ __typename: 'StartChallengeSuccess' });
    await publishUnbound(service, binding, 3, inDays(-1));
    await eventually(async () => expect(await ask('RESTORE')).toMatchObject(nothing));
  });

  it('is sent for what hangs on a card whose place was taken, and for nothing else of it', async () => {
    const { binding, ask } = await scene();
    await publishPhase(service, binding, 'REPLACED', 1);
    await eventually(async () => expect((await knownOf(binding))?.phase).toBe('REPLACED'));
    for (const action of ['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'])
      expect(await ask(action)).toMatchObject({ __typename: 'StartChallengeSuccess' });
    expect(await ask('UNBIND')).toMatchObject({ __typename: 'NothingToProveError' });
  });

  it('tells nothing of a binding of somebody else', async () => {
    const [{ binding }, stranger] = [await scene(), await aHolder(service)];
    await publishUnbound(service, binding, 1, inDays(-1));
    await eventually(async () => expect((await knownOf(binding))?.phase).toBe('UNBOUND'));
    const purpose = { action: 'RESTORE', subjectId: binding.bindingId };
    expect(await start(service, { purpose }, stranger.claims)).toMatchObject({ __typename: 'StartChallengeSuccess' });
  });
});
