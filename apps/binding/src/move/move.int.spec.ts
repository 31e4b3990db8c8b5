import { newId, type Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bind,
  mutate,
  newKey,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { withAnotherDevice } from '../testing/scenes';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(async () => {
  before = aHolder();
  holder = await withAnotherDevice(service, before);
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const from = () => before.viewer.deviceId;
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
async function planOf(by = holder, fromDeviceId: string = from()): Promise<Answer> {
  const query = `query ($id: ID!) { movePlan(fromDeviceId: $id) { __typename ... on MovePlan { digest from { id } to { id } cards { binding { id } outcome obstacle text carries } } ... on Problem { code } ... on InvalidInputError { field } } }`;
  const answer = await service.ask(query, { id: fromDeviceId }, by.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.movePlan;
}
async function moveInput(digest?: string) {
  const planDigest = digest ?? (await planOf()).digest;
  const proof = await proofOf(service, holder, 'MOVE', from(), planDigest);
  return { fromDeviceId: from(), planDigest, proof };
}
const move = async (): Promise<Answer> => mutate(service, holder, 'moveCards', await moveInput());
const changesOf = (bindingId: string, fact: string) =>
  service.sql('SELECT 1 FROM binding_change WHERE binding_id = $1 AND fact = $2', [bindingId, fact]);

it('moves by a factor that the providers of its cards take', async () => {
  await bind(service, before);
  const { digest } = await planOf();
  const { accountId } = holder.viewer;
  const subjectId = from();
  const proof = await service.prove({
    id: newId('proof'),
    accountId,
    action: 'MOVE',
    subjectId,
    planDigest: digest,
    factor: 'EMAIL_CODE',
  });
  expect(
    await mutate(service, holder, 'moveCards', { fromDeviceId: subjectId, planDigest: digest, proof }),
  ).toMatchObject({
    rejection: 'PROOF_BY_OTHER_FACTOR',
  });
});

describe('movePlan', () => {
  it('tells of every card on the old device what becomes of it, and does nothing', async () => {
    const bank = await bind(service, before);
    const door = await bind(service, before, 'cloudgate', accessCard('RG-1301'));
    const begun = await mutate(service, before, 'startBinding', startInput(before, 'harbour-bank'));
    const plan = await planOf();
    expect(plan).toMatchObject({ from: { id: from() }, to: { id: holder.viewer.deviceId } });
    const cards = Object.fromEntries(plan.cards.map((card: Answer) => [card.binding.id, card]));
    expect(['MOVES', 'NEEDS_STEP']).toContain(cards[bank.bindingId].outcome);
    expect(cards[door.bindingId]).toBeDefined();
    expect(cards[begun.binding.id]).toMatchObject({ outcome: 'CANNOT', obstacle: 'UNDER_WAY', carries: [] });
    for (const { text } of plan.cards) expect(text.length).toBeGreaterThan(10);
    expect((await planOf()).digest).toBe(plan.digest);
    expect(await read(bank.bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('is of another device of the account', async () => {
    expect(await planOf(holder, holder.viewer.deviceId)).toMatchObject({ field: 'fromDeviceId' });
    expect(await planOf(aHolder())).toMatchObject({ __typename: 'NotFoundError' });
  });
});

describe('moveCards', () => {
  it('binds all on the new device by one proof; each old one stays until then, and its place is taken', async () => {
    const bank = await bind(service, before);
    const other = await bind(service, before, 'harbour-bank');
    const input = { ...(await moveInput()), idempotencyKey: newKey() };
    const moved = await mutate(service, holder, 'moveCards', input);
    expect(moved.cards).toHaveLength(2);
    for (const card of moved.cards) {
      expect(card).toMatchObject({ binding: { status: 'ACTIVE' }, successor: { phase: 'BINDING' } });
    }
    await settle(service);
    for (const { bindingId } of [bank, other]) expect(await read(bindingId)).toMatchObject({ phase: 'REPLACED' });
    for (const { successor } of moved.cards) expect(await read(successor.id)).toMatchObject({ status: 'ACTIVE' });
    const again = await mutate(service, holder, 'moveCards', input);
    expect(again.cards.map(({ successor }: Answer) => successor.id)).toEqual(
      moved.cards.map(({ successor }: Answer) => successor.id),
    );
    expect(await planOf()).toMatchObject({ cards: [] });
  });

  it('has a result per card: what its provider refuses stays where it is', async () => {
    const bank = await bind(service, before);
    const other = await bind(service, before, 'harbour-bank');
    service.providers['harbour-bank'].plan('BIND', 'REFUSE');
    const moved = await move();
    await settle(service);
    expect(await read(bank.bindingId)).toMatchObject({ phase: 'REPLACED' });
    expect(await read(other.bindingId)).toMatchObject({ status: 'ACTIVE' });
    const refused = moved.cards.find(({ binding }: Answer) => binding.id === other.bindingId);
    expect(await read(refused.successor.id)).toMatchObject({ phase: 'DECLINED' });
    // And can be moved again.
    expect(await planOf()).toMatchObject({ cards: [{ binding: { id: other.bindingId }, obstacle: null }] });
  });

  it('takes a suspension along, and leaves what lies on a lost device', async () => {
    const { bindingId } = await bind(service, before);
    await mutate(service, before, 'suspendBinding', { bindingId });
    await settle(service);
    await mutate(service, holder, 'reportLost', { deviceId: from() });
    const moved = await move();
    await settle(service);
    const successor = await read(moved.cards[0].successor.id);
    expect(successor).toMatchObject({ status: 'SUSPENDED', holds: [{ cause: 'SUSPENDED_BY_HOLDER' }] });
    expect(successor.holds).toHaveLength(1);
  });

  it('wants the plan of now, and a proof for just that', async () => {
    const { bindingId } = await bind(service, before);
    const stale = await moveInput();
    await bind(service, before, 'harbour-bank');
    expect(await mutate(service, holder, 'moveCards', stale)).toMatchObject({ __typename: 'MovePlanStaleError' });
    const { digest } = await planOf();
    const wrong = await proofOf(service, holder, 'MOVE', from(), stale.planDigest);
    expect(
      await mutate(service, holder, 'moveCards', { fromDeviceId: from(), planDigest: digest, proof: wrong }),
    ).toMatchObject({ rejection: 'PROOF_FOR_OTHER_PLAN' });
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    expect(await changesOf(bindingId, 'replaced')).toHaveLength(0);
  });

  it('says so when nothing goes along', async () => {
    await mutate(service, before, 'startBinding', startInput(before));
    expect(await move()).toMatchObject({
      __typename: 'NothingMovesError',
      plan: { cards: [{ obstacle: 'UNDER_WAY' }] },
    });
  });

  it('goes on after its worker was killed, and binds each card once', async () => {
    const { bindingId } = await bind(service, before);
    const moved = await move();
    for (let round = 0; round < 20; round++) {
      const due = await service.jobs.due();
      if (due.some(({ name }) => name === 'succeed')) break;
      const [job] = due;
      if (job) await service.jobs.runAndForget(job.name);
      for (const message of service.providers['seaside-bank'].settle())
        await service.composed.applyProviderMessage(message);
    }
    await service.jobs.runAndForget('succeed');
    await settle(service);
    expect(await changesOf(bindingId, 'replaced')).toHaveLength(1);
    expect(await changesOf(moved.cards[0].successor.id, 'bound')).toHaveLength(1);
  });

  it('has one winner of many moves, and of a move and an unbind', async () => {
    const bank = await bind(service, before);
    const other = await bind(service, before, 'harbour-bank');
    const digest = (await planOf()).digest;
    const inputs = await Promise.all(Array.from({ length: 20 }, () => moveInput(digest)));
    const [unbound, ...answers] = await Promise.all([
      unbind(service, before, bank.bindingId),
      ...inputs.map((input) => mutate(service, holder, 'moveCards', input)),
    ]);
    const won = answers.filter(({ __typename }) => __typename === 'MoveCardsSuccess');
    expect(won.length).toBeLessThanOrEqual(1);
    for (const { __typename } of answers)
      expect(['MoveCardsSuccess', 'MovePlanStaleError', 'NothingMovesError']).toContain(__typename);
    expect(won.length + Number(unbound.__typename === 'RequestUnbindSuccess')).toBeGreaterThan(0);
    for (let round = 0; round < 6; round++) {
      await service.jobs.run({ mayFail: true });
      for (const fake of Object.values(service.providers))
        for (const message of fake.settle()) await service.composed.applyProviderMessage(message);
    }
    expect(['UNBOUND', 'REPLACED']).toContain((await read(bank.bindingId)).phase);
    expect((await read(other.bindingId)).phase).toBe(won.length === 1 ? 'REPLACED' : 'BOUND');
    const live = await service.sql<{ card_id: string }>(
      `SELECT card_id FROM binding WHERE account_id = $1 AND phase = 'BOUND'`,
      [holder.viewer.accountId],
    );
    expect(new Set(live.map(({ card_id: cardId }) => cardId)).size).toBe(live.length);
  });
});
