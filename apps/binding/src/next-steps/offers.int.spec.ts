import {
  accessCard,
  aHolder,
  bankCard,
  bind,
  mutate,
  newCardNumber,
  proofOf,
  settle,
  startInput,
  unbind,
} from '../testing/holder';
import { withAnotherDevice } from '../testing/scenes';
import { countStatements } from '../testing/usage';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: ReturnType<typeof aHolder>;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const offered = 'id phase restorable { strategy } proofsAsked nextSteps { code }';
const ask = async (query: string, variables: object): Promise<Answer> =>
  (await service.ask(query, variables, holder.claims)).data;
const offersOfCard = async (cardId: string): Promise<Answer[]> =>
  (await ask(`query ($id: ID!) { card(id: $id) { bindings { ${offered} } } }`, { id: cardId })).card.bindings;

async function unbound(card: object) {
  const bound = await bind(service, holder, 'seaside-bank', card);
  await unbind(service, holder, bound.bindingId);
  await settle(service);
  // What comes after is newer by its id too.
  service.clock.advance(1000);
  return bound;
}
const restore = async (bindingId: string) =>
  mutate(service, holder, 'requestRestore', {
    bindingId,
    proof: await proofOf(service, holder, 'RESTORE', bindingId),
  });

const refusedCancel = (bindingId: string) => mutate(service, holder, 'cancelBinding', { bindingId });

describe('what is offered for a card that is off', () => {
  it('is nothing that would be refused: not while the card is bound again on the device, and again when it is not', async () => {
    const card = bankCard(newCardNumber());
    const start = () => mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', card));
    const { bindingId, cardId } = await unbound(card);
    const comesBack = { restorable: { strategy: 'REACTIVATE' }, proofsAsked: ['RESTORE'] };
    expect(await offersOfCard(cardId)).toMatchObject([
      { ...comesBack, nextSteps: [{ code: 'RESTORE' }, { code: 'REBIND' }, { code: 'OPEN_DISPUTE' }] },
    ]);
    const refused = { __typename: 'TransitionRefusedError', phase: 'UNBOUND' };
    expect(await refusedCancel(bindingId)).toMatchObject({ ...refused, possible: ['RequestRestore'] });

    const { binding: again } = await start();
    expect(await offersOfCard(cardId)).toMatchObject([
      { id: again.id, proofsAsked: ['BIND'], restorable: null },
      { id: bindingId, proofsAsked: [], restorable: null, nextSteps: [{ code: 'OPEN_DISPUTE' }] },
    ]);
    expect(await restore(bindingId)).toMatchObject({ __typename: 'RestoreRefusedError', reason: 'BOUND_AGAIN' });
    expect(await refusedCancel(bindingId)).toMatchObject({ ...refused, possible: [] });
    expect(await start()).toMatchObject({ __typename: 'AlreadyBoundError', existing: { id: again.id } });

    await mutate(service, holder, 'cancelBinding', { bindingId: again.id });
    expect(await offersOfCard(cardId)).toMatchObject([
      { phase: 'DECLINED', proofsAsked: [], nextSteps: [{ code: 'REBIND' }] },
      { id: bindingId, ...comesBack },
    ]);
    expect(await restore(bindingId)).toMatchObject({ __typename: 'RequestRestoreSuccess' });
  });

  it('is still to be had on another device than the one the card is bound on', async () => {
    const card = bankCard(newCardNumber());
    const { bindingId, cardId } = await unbound(card);
    const elsewhere = aHolder();
    const { accountId } = holder.viewer;
    const viewer = { ...elsewhere.viewer, accountId };
    await bind(service, { ...elsewhere, viewer, claims: { ...elsewhere.claims, viewer } }, 'seaside-bank', card);
    expect(await offersOfCard(cardId)).toMatchObject([
      { phase: 'BOUND' },
      { id: bindingId, proofsAsked: ['RESTORE'], restorable: { strategy: 'REACTIVATE' } },
    ]);
  });

  it('is not to be had while its provider takes no more, and again when another was taken off', async () => {
    const { bindingId, cardId } = await unbound(bankCard());
    const [other] = [await bind(service, holder)];
    for (let more = 1; more < 5; more++) await bind(service, holder);
    expect(await offersOfCard(cardId)).toMatchObject([{ restorable: null, proofsAsked: [] }]);
    expect(await refusedCancel(bindingId)).toMatchObject({ possible: [] });
    expect(await restore(bindingId)).toMatchObject({
      __typename: 'BindingLimitError',
      limit: 5,
      remedies: [{ code: 'UnbindAnother' }, { code: 'ContactProvider' }],
    });
    await unbind(service, holder, other.bindingId);
    await settle(service);
    expect(await offersOfCard(cardId)).toMatchObject([{ restorable: { strategy: 'REACTIVATE' } }]);
    expect(await restore(bindingId)).toMatchObject({ __typename: 'RequestRestoreSuccess' });
  });

  it('leaves no more than its provider takes, of two that are put back at once', async () => {
    const off = [await unbound(bankCard()), await unbound(bankCard())];
    for (let more = 0; more < 4; more++) await bind(service, holder);
    const outcomes = await Promise.all(off.map(({ bindingId }) => restore(bindingId)));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['BindingLimitError', 'RequestRestoreSuccess']);
  });

  it('costs ten statements more, however many are asked for, and five for cards that are bound', async () => {
    const off = [await unbound(bankCard()), await unbound(bankCard()), await unbound(bankCard())];
    const { bindingId: on } = await bind(service, holder);
    const ids = off.map(({ bindingId }) => bindingId);
    const withOffers = (some: readonly string[]) => countOf(some, offered);
    const without = (some: readonly string[]) => countOf(some, 'id');
    const { bindingId: other } = await bind(service, holder);
    expect(await withOffers([on])).toBe((await without([on])) + 5);
    expect(await withOffers([on, other])).toBe((await without([on, other])) + 5);
    expect(await withOffers(ids.slice(0, 1))).toBe((await without(ids.slice(0, 1))) + 10);
    expect(await withOffers([...ids, on])).toBe((await without([...ids, on])) + 15);
  });
});

const stepsOf = async (bindingId: string, of = holder): Promise<string[]> => {
  const { data } = await service.ask(
    'query ($id: ID!) { binding(id: $id) { nextSteps { code } } }',
    { id: bindingId },
    of.claims,
  );
  return data.binding.nextSteps.map(({ code }: Answer) => code);
};

describe('what is offered for a card that is bound', () => {
  it('is to replace it until another takes its place, and again when that is given up', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await stepsOf(bindingId)).toContain('REPLACE');
    const { consent, card } = startInput(holder, 'seaside-bank', bankCard(newCardNumber()));
    const { binding } = await mutate(service, holder, 'replaceCard', { bindingId, reason: 'DAMAGED', consent, card });
    expect(await stepsOf(bindingId)).not.toContain('REPLACE');
    await mutate(service, holder, 'cancelBinding', { bindingId: binding.id });
    expect(await stepsOf(bindingId)).toContain('REPLACE');
  });

  it('is to replace it although its provider takes no more: the old one gives way', async () => {
    const first = await bind(service, holder);
    for (let more = 1; more < 5; more++) await bind(service, holder);
    const start = startInput(holder, 'seaside-bank', bankCard(newCardNumber()));
    expect(await mutate(service, holder, 'startBinding', start)).toMatchObject({ __typename: 'BindingLimitError' });
    expect(await stepsOf(first.bindingId)).toContain('REPLACE');
    const { consent, card } = start;
    expect(
      await mutate(service, holder, 'replaceCard', { bindingId: first.bindingId, reason: 'DAMAGED', consent, card }),
    ).toMatchObject({ __typename: 'ReplaceCardSuccess' });
  });

  it('is to move it on another device than its own only, and only where the plan takes it along', async () => {
    const onNew = await withAnotherDevice(service, holder);
    const bank = await bind(service, holder);
    const access = await bind(service, holder, 'cloudgate', accessCard('RG-1707'));
    for (const { bindingId } of [bank, access]) expect(await stepsOf(bindingId)).not.toContain('MOVE');
    expect(await stepsOf(bank.bindingId, onNew)).toContain('MOVE');
    // Its site wants the member number again: it is asked for by the same move.
    expect(await stepsOf(access.bindingId, onNew)).toContain('MOVE');
    await mutate(service, holder, 'reportLost', { cardId: bank.cardId });
    expect(await stepsOf(bank.bindingId, onNew)).not.toContain('MOVE');
    expect(await stepsOf(bank.bindingId)).toContain('REPLACE');
  });
});

/** As the gateway asks for bindings: all in one list. */
/** How many statements bindings cost with these fields; what works beside a question is not counted. */
async function countOf(ids: readonly string[], fields: string): Promise<number> {
  const representations = ids.map((id) => ({ __typename: 'Binding', id }));
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { ${fields} } } }`;
  const { value, statements } = await countStatements(() => ask(query, { r: representations }));
  expect(value._entities.map(({ id }: Answer) => id)).toEqual(ids);
  expect(statements.length).toBeGreaterThan(0);
  return statements.length;
}
