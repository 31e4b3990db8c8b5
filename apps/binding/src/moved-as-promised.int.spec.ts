// Every provider of the catalogue: what came of a move and of a replacement, compared with the plan thing by thing, beside the real simulator.
import { newId, type Id } from '@bindery/kernel';
import { createSimulatedWorld } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import type { ProviderProfile } from './catalogue';
import { cardKindOf } from './providers/kinds';
import { consentTo } from './testing/consent';
import { aHolder, mutate, type Holder } from './testing/holder';
import { walletOf } from './testing/promise/wallet-of';
import { promisedProviders, wayOf, type WayIn, type World } from './testing/promise/ways';
import { withAnotherDevice } from './testing/scenes';
import type { Answer, RunningBinding } from './testing/start-binding-service';
import { createBindingProcess, type BindingProcess } from './testing/start-process';

let binding: BindingProcess;
let outside: World;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;
beforeAll(async () => {
  binding = await createBindingProcess();
  outside = { binding, world: createSimulatedWorld(binding.simulator.url) };
  await binding.start();
}, 120_000);
afterAll(() => binding?.stop());
beforeEach(async () => {
  before = aHolder();
  holder = await withAnotherDevice(binding, before);
});

const within = { withinMs: 40_000, everyMs: 100 };
const balance = { value: 5_000, currency: 'CNY' };
const fuel = { id: 'p-1', amount: { value: 700, currency: 'CNY' }, text: 'Fuel' };
const video = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' }, nextOn: '2027-07-01' };

const owesAnything = ({ unbindObligations }: ProviderProfile) =>
  Object.values(unbindObligations).some((policy) => policy !== 'IGNORED');

async function ask(query: string, variables: object, of = holder): Promise<Answer> {
  const { data, errors } = await binding.ask(query, variables, of.claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
const act = (name: Parameters<typeof mutate>[2], input: object, of = holder): Promise<Answer> =>
  mutate(binding as unknown as RunningBinding, of, name, input);

const read = async (id: string): Promise<Answer> =>
  (
    await ask(
      `query ($id: ID!) { binding(id: $id) { phase status credentialReference nextSteps { code } keptAtProvider { owes text }
         successor { id } obligations { pending { id } offers { kind digest obligationId } } cases { about closedAt } } }`,
      { id },
    )
  ).binding;
const becomes = (id: string, expected: object): Promise<void> =>
  eventually(async () => expect(await read(id)).toMatchObject(expected), within);

const owedAt = (reference: string): Promise<Answer> => outside.world.obligationsOf(reference);
const standing = async (reference: string) =>
  (await outside.world.memory()).credentials.find(({ credentialReference }) => credentialReference === reference)
    ?.status;

/** Bound on the old device, with all that hangs on it, as far as its provider has such things. */
async function bound(profile: ProviderProfile, way: WayIn) {
  const { code } = profile;
  const { id, credentialReference } = await walletOf(outside, before).bind(code, way);
  if (owesAnything(profile))
    await outside.world.setObligations(code, credentialReference, { balance, pending: [fuel], mandates: [video] });
  return { id: id as Id<'binding'>, reference: credentialReference as string };
}

async function plan(): Promise<Answer> {
  const query = `query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest
    cards { outcome obstacle carries reviewDays text obligations { kind fate about text offers { kind digest } } } } } }`;
  return (await ask(query, { id: before.viewer.deviceId })).movePlan;
}

/** Asks for the move by the plan, and brings the card to the new device as the plan said that it comes there. */
async function move({ digest: planDigest, cards: [said] }: Answer, code: string, way: WayIn): Promise<Id<'binding'>> {
  const fromDeviceId = before.viewer.deviceId;
  const { accountId } = holder.viewer;
  const proof = await binding.prove('MOVE', accountId, fromDeviceId, planDigest);
  const moved = await act('moveCards', { fromDeviceId, planDigest, proof });
  expect(moved).toMatchObject({ __typename: 'MoveCardsSuccess' });
  const wallet = walletOf(outside, holder);
  if (said.outcome === 'NEEDS_CARD') return (await wallet.bind(code, way)).id;
  const id = moved.cards[0].successor.id as Id<'binding'>;
  if (said.reviewDays !== null) {
    await becomes(id, { phase: 'IN_REVIEW' });
    await approve(id, code, way.reviewers ?? 1);
  }
  await wallet.finish(id, way);
  return id;
}

const approve = (bindingId: Id<'binding'>, provider: string, reviewers: number) =>
  binding.tellDecision({
    reviewId: newId('review'),
    bindingId,
    accountId: holder.viewer.accountId,
    provider,
    requestVersion: 2,
    decision: 'APPROVE',
    reasons: [],
    reviewerIds: Array.from({ length: reviewers }, () => newId('account')),
    reviewersNeeded: reviewers,
    at: new Date().toISOString(),
  });

/** Each thing is where it was said to be, and the old one is off as soon as nothing keeps it there. */
async function isAsSaid(
  profile: ProviderProfile,
  old: { readonly id: string; readonly reference: string },
  newId: string,
  fates: Readonly<Record<string, string>>,
) {
  await becomes(old.id, { phase: 'REPLACED', successor: { id: newId } });
  const { credentialReference: next } = await read(newId);
  expect(next).not.toBe(old.reference);
  if (fates.MANDATE === 'GOES_ALONG')
    await eventually(async () => expect((await owedAt(next)).mandates).toEqual([video]), within);
  else if (fates.MANDATE === 'ENDS') {
    expect((await owedAt(next)).mandates).toEqual([]);
    await eventually(
      async () => expect((await read(newId)).cases).toContainEqual({ about: 'MANDATE_LEFT', closedAt: null }),
      within,
    );
  }
  if (fates.BALANCE) {
    expect((await owedAt(next)).balance).toEqual(fates.BALANCE === 'GOES_ALONG' ? balance : null);
    expect((await owedAt(old.reference)).balance).toEqual(fates.BALANCE === 'GOES_ALONG' ? null : balance);
  }
  if (fates.PENDING_PAYMENT === 'KEEPS_OLD') await isKeptUntilPaid(profile, old);
  await eventually(async () => expect((await standing(old.reference)) ?? 'ABSENT').toBe('ABSENT'), within);
  await becomes(old.id, { keptAtProvider: null, nextSteps: [], obligations: { pending: [], offers: [] } });
}

async function isKeptUntilPaid(
  { code, suspend }: ProviderProfile,
  { id, reference }: { id: string; reference: string },
) {
  await becomes(id, { keptAtProvider: { owes: ['PENDING_PAYMENT'] }, obligations: { pending: [{ id: fuel.id }] } });
  expect((await read(id)).nextSteps.map((step: Answer) => step.code)).toEqual([
    'CLEAR_OBLIGATIONS',
    'CONTACT_PROVIDER',
  ]);
  if (suspend.mode === 'NATIVE') {
    await eventually(async () => expect(await standing(reference)).toBe('SUSPENDED'), within);
    expect(await outside.world.charge(code, reference, { mandateId: video.id })).toMatchObject({ charged: false });
  }
  const { offers } = (await read(id)).obligations;
  const { digest: planDigest } = offers.find(({ kind }: Answer) => kind === 'SETTLE_PENDING');
  const proof = await binding.prove('SETTLE_PENDING', holder.viewer.accountId, id, planDigest);
  expect(await act('settlePending', { bindingId: id, planDigest, proof })).toMatchObject({
    __typename: 'SettlePendingSuccess',
  });
}

describe.each(promisedProviders.map((profile) => [profile.code, profile] as const))('at %s', (code, profile) => {
  it('a move comes out as its plan said', async () => {
    const way = await wayOf(outside, code);
    const old = await bound(profile, way);
    const planned = await plan();
    const [said] = planned.cards;
    const { review } = profile.requirements.BIND;
    expect(said.reviewDays).toBe(review && review.when !== 'REBIND' ? 3 : null);
    const fates = Object.fromEntries(said.obligations.map(({ kind, fate }: Answer) => [kind, fate]));
    expect(Object.keys(fates)).toEqual(owesAnything(profile) ? ['BALANCE', 'PENDING_PAYMENT', 'MANDATE'] : []);
    expect(fates.BALANCE === 'GOES_ALONG').toBe(said.carries.includes('BALANCE'));
    for (const { kind, fate, offers } of said.obligations) {
      if (kind === 'PENDING_PAYMENT') expect(fate).toBe('KEEPS_OLD');
      if (fate === 'KEEPS_OLD') expect(offers).toMatchObject([{ kind: 'SETTLE_PENDING' }]);
    }
    await isAsSaid(profile, old, await move(planned, code, way), fates);
  }, 180_000);

  it('a replacement comes out as the profile has it, or is refused with what can be done', async () => {
    const way = await wayOf(outside, code);
    const old = await bound(profile, way);
    const { nextSteps } = await read(old.id);
    const isReplaced = cardKindOf(profile.kind).hasPhysicalCard === true;
    expect(nextSteps.some((step: Answer) => step.code === 'REPLACE')).toBe(isReplaced);
    const other = await wayOf(outside, code);
    const input = { bindingId: old.id, reason: 'DAMAGED', consent: consentTo(code), card: other.card };
    const answer = await act('replaceCard', input, before);
    if (!isReplaced) {
      expect(answer).toMatchObject({ __typename: 'NotReplaceableError', code: 'NOT_REPLACEABLE' });
      return;
    }
    const id = answer.binding.id as Id<'binding'>;
    await act('confirmBinding', { bindingId: id, proof: await binding.prove('BIND', holder.viewer.accountId, id) });
    if (other.reviewers) await approve(id, code, other.reviewers);
    await walletOf(outside, before).finish(id, other);
    const fates = { BALANCE: 'STAYS', PENDING_PAYMENT: 'KEEPS_OLD', MANDATE: 'GOES_ALONG' };
    await isAsSaid(profile, old, id, owesAnything(profile) ? fates : {});
  }, 180_000);
});
