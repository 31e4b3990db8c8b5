import type { Id } from '@bindery/kernel';
import { aHolder, bind, confirm, mutate, proofOf, settle, startInput, unbind, type Holder } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const bank = () => service.providers['seaside-bank'];
const read = async (id: string, claims = holder.claims): Promise<Answer> =>
  (
    await service.ask(
      `query ($id: ID!) { binding(id: $id) { phase nextSteps { code } cases { about } lastRefusal { operation cause text remedies { code } }
        card { history(first: 1) { edges { node { reason text } } } } } }`,
      { id },
      claims,
    )
  ).data.binding;
const restore = async (bindingId: string) =>
  mutate(service, holder, 'requestRestore', { bindingId, proof: await proofOf(service, holder, 'RESTORE', bindingId) });

async function refused(kind: 'BIND' | 'SUSPEND' | 'RESUME' | 'UNBIND' | 'RESTORE'): Promise<Id<'binding'>> {
  if (kind === 'BIND') {
    bank().plan('BIND', 'REFUSE_LATER');
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    await confirm(service, holder, binding.id);
    await settle(service);
    return binding.id as Id<'binding'>;
  }
  const { bindingId } = await bind(service, holder);
  if (kind === 'RESUME') await mutate(service, holder, 'suspendBinding', { bindingId });
  if (kind === 'RESTORE') await unbind(service, holder, bindingId);
  await settle(service);
  service.clock.advance(1000);
  bank().plan(kind, 'REFUSE_LATER');
  if (kind === 'SUSPEND') await mutate(service, holder, 'suspendBinding', { bindingId });
  if (kind === 'RESUME') await mutate(service, holder, 'resumeBinding', { bindingId });
  if (kind === 'UNBIND') await unbind(service, holder, bindingId);
  if (kind === 'RESTORE') await restore(bindingId);
  await settle(service);
  return bindingId;
}

const ask = ['ContactProvider', 'ContactSupport'];

describe('what a provider refused', () => {
  it.each([
    ['BIND', 'DECLINED', ['Rebind', 'UseOtherCard', ...ask]],
    ['UNBIND', 'BOUND', ['TryAgain', ...ask]],
    ['RESTORE', 'UNBOUND', ['TryAgain', 'Rebind', ...ask]],
    ['RESUME', 'BOUND', ['TryAgain', ...ask]],
  ] as const)(
    '%s: has its cause and remedies on the binding, and the cause in the history',
    async (kind, phase, remedies) => {
      const bindingId = await refused(kind);
      const { lastRefusal, ...binding } = await read(bindingId);
      expect(binding.phase).toBe(phase);
      // It is known how it stands, so that nobody looks into it; and there is always something to do.
      expect(binding.cases).toEqual([]);
      expect(binding.nextSteps).not.toEqual([]);
      expect(lastRefusal).toEqual({
        operation: kind,
        cause: 'PROVIDER_DECLINED',
        text: expect.stringMatching(/^The provider refused .*It did not say why\.$/),
        remedies: remedies.map((code) => ({ code })),
      });
      expect((await read(bindingId, { ...holder.claims, locale: 'zh-CN' })).lastRefusal.text).toMatch(
        /拒绝.*未说明原因/,
      );
    },
  );

  it.each(['BIND', 'UNBIND', 'RESTORE'] as const)('%s: is told with its cause in the history', async (kind) => {
    const { card } = await read(await refused(kind));
    expect(card.history.edges[0].node).toMatchObject({
      reason: 'PROVIDER_DECLINED',
      text: expect.stringMatching(/refused.*It did not say why\.$/),
    });
  });

  it('is news until something follows it', async () => {
    const bindingId = await refused('UNBIND');
    service.clock.advance(1000);
    await unbind(service, holder, bindingId);
    expect((await read(bindingId)).lastRefusal).toBeNull();
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ phase: 'UNBOUND', lastRefusal: null });
    service.clock.advance(1000);
    await restore(bindingId);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ phase: 'BOUND', lastRefusal: null });
  });
});

describe('the card of plastic', () => {
  const plan = async (id: Id<'binding'>): Promise<Answer> => {
    const query =
      'query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { effects { __typename text ... on DisputeOpenEffect { about } } } } binding(id: $id) { receipt { text remedies { code } } } }';
    return (await service.ask(query, { id }, holder.claims)).data;
  };
  const works = { __typename: 'PhysicalCardWorksEffect' };

  it('is no comfort where it is reported lost, before the unbind or after', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    expect((await plan(bindingId)).unbindPlan.effects).toContainEqual(expect.objectContaining(works));
    await mutate(service, holder, 'reportLost', { cardId });
    await settle(service);
    expect((await plan(bindingId)).unbindPlan.effects).not.toContainEqual(expect.objectContaining(works));
    await unbind(service, holder, bindingId);
    await settle(service);
    const { receipt } = (await plan(bindingId)).binding;
    expect(receipt.text).toContain('Your records stay in your account.');
    expect(receipt.remedies).not.toContainEqual({ code: 'UsePhysicalCard' });

    const later = await bind(service, holder);
    await unbind(service, holder, later.bindingId);
    await settle(service);
    const remedies = async () => (await plan(later.bindingId)).binding.receipt.remedies;
    expect(await remedies()).toContainEqual({ code: 'UsePhysicalCard' });
    await mutate(service, holder, 'reportLost', { cardId: later.cardId });
    expect(await remedies()).not.toContainEqual({ code: 'UsePhysicalCard' });
  });

  it('is not spoken of while the card is disputed, which the plan names', async () => {
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'openDispute', { bindingId, about: 'UNAUTHORISED_BIND', words: 'Not me.' });
    await settle(service);
    const { effects } = (await plan(bindingId)).unbindPlan;
    expect(effects).not.toContainEqual(expect.objectContaining(works));
    expect(effects).toContainEqual({
      __typename: 'DisputeOpenEffect',
      about: 'UNAUTHORISED_BIND',
      text: 'You have disputed something of this card: that it was bound. We go on looking into it, whether it is off or not.',
    });
  });
});

describe('a receipt', () => {
  it('offers what can be done today: to restore or bind again while the card is off, and not once it is restored', async () => {
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    const remedies = async () => {
      const query = 'query ($id: ID!) { binding(id: $id) { receipt { remedies { code } } } }';
      const { data } = await service.ask(query, { id: bindingId }, holder.claims);
      return data.binding.receipt.remedies.map(({ code }: Answer) => code);
    };
    expect(await remedies()).toEqual(['Restore', 'Rebind', 'UsePhysicalCard', 'OpenDispute', 'ContactSupport']);
    await restore(bindingId);
    await settle(service);
    expect(await remedies()).toEqual(['ContactSupport']);
  });
});

describe('a plan', () => {
  it('says which device loses the card and which keep it, and is stale when that changes', async () => {
    const card = { bank: { number: '4111111111111111' } };
    const { bindingId } = await bind(service, holder, 'seaside-bank', card);
    const plan = async (): Promise<Answer> =>
      (
        await service.ask(
          `query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { digest effects { text ... on DevicesEffect { leaves { id } stays { id } } } } } }`,
          { id: bindingId },
          holder.claims,
        )
      ).data.unbindPlan;
    const devices = async () => (await plan()).effects.find(({ leaves }: Answer) => leaves);
    const { accountId, deviceId } = holder.viewer;
    expect(await devices()).toMatchObject({
      leaves: { id: deviceId },
      stays: [],
      text: expect.stringContaining('no other'),
    });

    const { digest } = await plan();
    const other = aHolder();
    const viewer = { ...other.viewer, accountId };
    await bind(service, { ...other, viewer, claims: { ...other.claims, viewer } }, 'seaside-bank', card);
    expect(await devices()).toMatchObject({
      leaves: { id: deviceId },
      stays: [{ id: viewer.deviceId }],
      text: 'The card is taken off this device. It stays on 1 other device.',
    });
    const proof = await proofOf(service, holder, 'UNBIND', bindingId, digest);
    const input = { bindingId, planDigest: digest, reason: 'PRIVACY', proof };
    expect(await mutate(service, holder, 'requestUnbind', input)).toMatchObject({
      __typename: 'UnbindPlanStaleError',
      changed: ['EFFECTS'],
    });
  });
});
