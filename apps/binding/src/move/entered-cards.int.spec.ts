import type { Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bind,
  confirm,
  mutate,
  newKey,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { lend } from '../testing/borrower';
import { checkHistory } from '../testing/history-checker';
import { onAnotherDevice, withAnotherDevice } from '../testing/scenes';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;
/** A membership that no other test has, bound on the old device. */
let card: ReturnType<typeof accessCard>;
let oldId: Id<'binding'>;
let members = 1_101;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
afterEach(async () => void (await checkHistory(service.composed.dataSource)));
beforeEach(async () => {
  before = aHolder();
  holder = await withAnotherDevice(service, before);
  card = accessCard(`RG-${members++}`);
  oldId = (await bind(service, before, 'cloudgate', card)).bindingId;
  // What is begun afterwards is newer by its id too.
  service.clock.advance(1_000);
});

const from = () => before.viewer.deviceId;
const to = () => holder.viewer.deviceId;
const door = () => service.providers.cloudgate;
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const atProvider = async (reference: string) => {
  const seen = await door().connector.credentialStatus(reference);
  return seen.ok ? seen.value : seen.error;
};

const offer =
  'previousBindingId field device { id } asks { name known } known { lastFour } provider { terms { version } }';
async function ask(query: string, variables: object, by = holder): Promise<Answer> {
  const answer = await service.ask(query, variables, by.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}
const planOf = async (by = holder): Promise<Answer> =>
  (
    await ask(
      `query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest cards { binding { id } outcome obstacle text carries rebindOffer { ${offer} } } } } }`,
      { id: from() },
      by,
    )
  ).movePlan;
const stepsOf = async (bindingId: string, by = holder): Promise<Answer> =>
  (
    await ask(
      `query ($id: ID!) { binding(id: $id) { nextSteps { code title until } rebindOffer { ${offer} } successor { id } } }`,
      { id: bindingId },
      by,
    )
  ).binding;
async function move(more: object = {}, by = holder): Promise<Answer> {
  const { digest: planDigest } = await planOf(by);
  const proof = await proofOf(service, by, 'MOVE', from(), planDigest);
  return mutate(service, by, 'moveCards', { fromDeviceId: from(), planDigest, proof, ...more });
}
const enter = (more: object = {}, by = holder): Promise<Answer> =>
  mutate(service, by, 'startBinding', { ...startInput(by, 'cloudgate', card), ...more });
async function entered(): Promise<Id<'binding'>> {
  const { binding } = await enter();
  await confirm(service, holder, binding.id);
  return binding.id;
}
/** What events told of cards that wait to be entered, the first first. */
const told = async (): Promise<string[]> => {
  const rows = await service.sql<{ type: string }>(
    `SELECT e.headers ->> 'ce_type' AS type FROM outbox_events e JOIN wanted_card w ON w.id = e.key WHERE w.predecessor_id = $1 ORDER BY e.position`,
    [oldId],
  );
  return rows.map(({ type }) => type.split('.')[2] ?? '');
};

describe('a card that has to be entered on the device that it moves to', () => {
  it('is part of the plan, which says what to enter, what it carries, and that it stays until then', async () => {
    expect(await planOf()).toMatchObject({
      cards: [
        {
          binding: { id: oldId },
          outcome: 'NEEDS_CARD',
          obstacle: 'CARD_NOT_KEPT',
          text: expect.stringContaining('Until then it stays'),
          carries: ['HISTORY'],
          rebindOffer: {
            previousBindingId: oldId,
            field: 'access',
            device: { id: to() },
            asks: [
              { name: 'site', known: 'riverside' },
              { name: 'memberNumber', known: null },
            ],
          },
        },
      ],
    });
    expect((await stepsOf(oldId)).nextSteps.map(({ code }: Answer) => code)).toContain('MOVE');
    expect((await stepsOf(oldId)).rebindOffer).toBeNull();
  });

  it('is not begun there while a loan hangs on it that would be left behind', async () => {
    await move();
    const [{ card_id: cardId } = {}] = await service.sql<Answer>('SELECT card_id FROM binding WHERE id = $1', [oldId]);
    await lend(service, before, { bindingId: oldId, cardId });
    expect(await enter()).toMatchObject({ __typename: 'BindingRefusedError', refusal: 'LOAN_RUNNING' });
  });

  it('waits for its holder, is bound by its own proof, and only then is off the old device', async () => {
    const bank = await bind(service, before);
    const moved = await move();
    const [door1, bank1] = [oldId, bank.bindingId].map((id) =>
      moved.cards.find(({ binding }: Answer) => binding.id === id),
    );
    expect(door1).toMatchObject({ outcome: 'NEEDS_CARD', successor: null, rebindOffer: { device: { id: to() } } });
    expect(bank1).toMatchObject({ successor: { phase: 'BINDING' }, rebindOffer: null });
    await settle(service);
    expect(await read(oldId)).toMatchObject({ status: 'ACTIVE' });
    expect(await read(bank.bindingId)).toMatchObject({ phase: 'REPLACED' });
    expect(await told()).toEqual(['card-wanted']);
    const waits = await stepsOf(oldId);
    const codes = waits.nextSteps.map(({ code }: Answer) => code);
    expect(codes).not.toContain('MOVE');
    expect(waits.nextSteps).toContainEqual({
      code: 'REBIND',
      title: 'Enter the card on this device, to which it moves',
      until: expect.any(String),
    });
    expect(waits.rebindOffer).toMatchObject({ previousBindingId: oldId, device: { id: to() } });

    const { binding } = await enter({ previousBindingId: waits.rebindOffer.previousBindingId });
    expect(binding).toMatchObject({ phase: 'VERIFYING', previousBinding: { id: oldId } });
    expect(await told()).toEqual(['card-wanted', 'card-settled']);
    expect(await stepsOf(oldId)).toMatchObject({ successor: { id: binding.id }, rebindOffer: null });
    const { credentialReference } = await read(oldId);
    await confirm(service, holder, binding.id);
    await service.jobs.run();
    expect(await read(oldId)).toMatchObject({ status: 'ACTIVE' });
    await settle(service);
    await settle(service);
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
    expect(await read(binding.id)).toMatchObject({ status: 'ACTIVE' });
    expect(await atProvider(credentialReference)).toBe('ABSENT');
    expect(await planOf()).toMatchObject({ cards: [] });
  });

  it('is the one that moves though its holder names no earlier binding: no two phones open the door', async () => {
    await move();
    const successorId = await entered();
    await settle(service);
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
    expect(await read(successorId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('is the same card, and nothing is bound after a live one that was not moved', async () => {
    const other = accessCard(`RG-${members++}`);
    const input = { ...startInput(holder, 'cloudgate', card), previousBindingId: oldId };
    expect(await mutate(service, holder, 'startBinding', input)).toMatchObject({ field: 'previousBindingId' });
    await move();
    expect(await mutate(service, holder, 'startBinding', { ...input, card: other })).toMatchObject({ field: 'card' });
    expect(await mutate(service, holder, 'startBinding', input)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('stays where it is when its provider refuses it there, and can be entered again', async () => {
    await move();
    door().plan('BIND', 'REFUSE');
    const refused = await entered();
    await settle(service);
    expect(await read(refused)).toMatchObject({ phase: 'DECLINED' });
    expect(await read(oldId)).toMatchObject({ status: 'ACTIVE' });
    expect(await told()).toEqual(['card-wanted', 'card-settled', 'card-wanted']);
    service.clock.advance(1_000);
    const again = await entered();
    await settle(service);
    expect(await read(again)).toMatchObject({ status: 'ACTIVE' });
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
  });

  it('is off the old device at last though that does not succeed at once', async () => {
    const { credentialReference } = await read(oldId);
    await move();
    const successorId = await entered();
    await service.jobs.run();
    for (const message of door().settle()) await service.composed.applyProviderMessage(message);
    // Bound on the new device; from now on the provider does not answer.
    door().away = true;
    await service.jobs.run({ mayFail: true });
    expect(await read(successorId)).toMatchObject({ status: 'ACTIVE' });
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
    door().away = false;
    expect(await atProvider(credentialReference)).toBe('ACTIVE');
    for (let round = 0; round < 4; round++) {
      service.clock.advance(60_000);
      await settle(service);
    }
    expect(await atProvider(credentialReference)).toBe('ABSENT');
  });

  it('stays if it is never entered, or what was begun lapses, and is moved again by asking again', async () => {
    await move();
    await enter();
    service.clock.advance(31 * 60_000);
    await settle(service);
    expect((await stepsOf(oldId)).nextSteps).toContainEqual(expect.objectContaining({ code: 'REBIND' }));
    service.clock.advance(31 * 86_400_000);
    await settle(service);
    const over = await stepsOf(oldId);
    expect(over.nextSteps.map(({ code }: Answer) => code)).toEqual(expect.arrayContaining(['USE_CARD', 'MOVE']));
    expect(over.rebindOffer).toBeNull();
    expect(await told()).toEqual(['card-wanted', 'card-settled', 'card-wanted', 'card-lapsed']);
    await move();
    await entered();
    await settle(service);
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
  });

  it('is asked for once, however often: with the same key by the same answer, from a third device for that one', async () => {
    const first = { idempotencyKey: newKey() };
    const { digest: planDigest } = await planOf();
    const proof = await proofOf(service, holder, 'MOVE', from(), planDigest);
    const input = { ...first, fromDeviceId: from(), planDigest, proof };
    const moved = await mutate(service, holder, 'moveCards', input);
    expect(await mutate(service, holder, 'moveCards', input)).toEqual(moved);
    expect(await move()).toMatchObject({ __typename: 'MoveCardsSuccess' });
    const third = onAnotherDevice(holder);
    expect(await move({}, third)).toMatchObject({
      cards: [{ rebindOffer: { device: { id: third.viewer.deviceId } } }],
    });
    expect((await stepsOf(oldId)).rebindOffer).toBeNull();
    expect((await stepsOf(oldId, third)).rebindOffer).not.toBeNull();
    expect(await told()).toEqual(['card-wanted', 'card-wanted', 'card-wanted']);
    const open = await service.sql('SELECT 1 FROM wanted_card WHERE predecessor_id = $1', [oldId]);
    expect(open).toHaveLength(1);
  });

  it('is not wanted any more once the old one is being taken off', async () => {
    await move();
    await unbind(service, before, oldId);
    expect(await told()).toEqual(['card-wanted', 'card-settled']);
    await settle(service);
    expect(await enter()).toMatchObject({ __typename: 'StartBindingSuccess' });
    expect((await stepsOf(oldId)).successor).toBeNull();
  });

  it('goes on after its worker was killed', async () => {
    await move();
    const successorId = await entered();
    while (!(await service.jobs.due()).some(({ name }) => name === 'succeed')) {
      for (const { name } of (await service.jobs.due()).slice(0, 1)) await service.jobs.runAndForget(name);
      for (const message of door().settle()) await service.composed.applyProviderMessage(message);
    }
    await service.jobs.runAndForget('succeed');
    await settle(service);
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
    expect(await read(successorId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('has one winner of many that enter it, and of that and a replacement', async () => {
    await move();
    const { consent, card: other } = startInput(holder, 'cloudgate', accessCard(`RG-${members++}`));
    const replacement = { bindingId: oldId, reason: 'DAMAGED', consent, card: other };
    const answers = await Promise.all([
      mutate(service, holder, 'replaceCard', replacement),
      ...Array.from({ length: 8 }, () => enter()),
    ]);
    const won = answers.filter(({ __typename }) => /Success$/.test(__typename));
    expect(won).toHaveLength(1);
    for (const { __typename } of answers)
      expect(['StartBindingSuccess', 'ReplaceCardSuccess', 'AlreadyBoundError', 'ReplacementUnderWayError']).toContain(
        __typename,
      );
  });

  it('goes along though its provider takes no more cards of the account', async () => {
    for (let more = 1; more < 10; more++) await bind(service, before, 'cloudgate', accessCard(`RG-${members++}`));
    await move();
    const successorId = await entered();
    await settle(service);
    expect(await read(successorId)).toMatchObject({ status: 'ACTIVE' });
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
  });
});
