import type { Logger } from 'typeorm';
import { aHolder, bankCard, bind, mutate, newCardNumber, proofOf, settle, startInput, unbind } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: ReturnType<typeof aHolder>;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const offered = 'id phase restorable { strategy } proofAsked nextSteps { code }';
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
    const comesBack = { restorable: { strategy: 'REACTIVATE' }, proofAsked: 'RESTORE' };
    expect(await offersOfCard(cardId)).toMatchObject([
      { ...comesBack, nextSteps: [{ code: 'RESTORE' }, { code: 'REBIND' }] },
    ]);
    const refused = { __typename: 'TransitionRefusedError', phase: 'UNBOUND' };
    expect(await refusedCancel(bindingId)).toMatchObject({ ...refused, possible: ['RequestRestore'] });

    const { binding: again } = await start();
    expect(await offersOfCard(cardId)).toMatchObject([
      { id: again.id, proofAsked: 'BIND', restorable: null },
      { id: bindingId, proofAsked: null, restorable: null, nextSteps: [] },
    ]);
    expect(await restore(bindingId)).toMatchObject({ __typename: 'RestoreRefusedError', reason: 'BOUND_AGAIN' });
    expect(await refusedCancel(bindingId)).toMatchObject({ ...refused, possible: [] });
    expect(await start()).toMatchObject({ __typename: 'AlreadyBoundError', existing: { id: again.id } });

    await mutate(service, holder, 'cancelBinding', { bindingId: again.id });
    expect(await offersOfCard(cardId)).toMatchObject([
      { phase: 'DECLINED', proofAsked: null, nextSteps: [{ code: 'REBIND' }] },
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
      { id: bindingId, proofAsked: 'RESTORE', restorable: { strategy: 'REACTIVATE' } },
    ]);
  });

  it('costs four statements more, however many are asked for, and none for a card that is bound', async () => {
    const off = [await unbound(bankCard()), await unbound(bankCard()), await unbound(bankCard())];
    const { bindingId: on } = await bind(service, holder);
    const ids = off.map(({ bindingId }) => bindingId);
    const withOffers = (some: readonly string[]) => countStatements(some, offered);
    const without = (some: readonly string[]) => countStatements(some, 'id');
    expect(await withOffers([on])).toBe(await without([on]));
    expect(await withOffers(ids.slice(0, 1))).toBe((await without(ids.slice(0, 1))) + 4);
    expect(await withOffers([...ids, on])).toBe((await without([...ids, on])) + 4);
  });
});

/** As the gateway asks for bindings: all in one list. */
async function countStatements(ids: readonly string[], fields: string): Promise<number> {
  const { dataSource } = service.composed;
  const statements: string[] = [];
  const { logger } = dataSource;
  dataSource.logger = { logQuery: (sql: string) => void statements.push(sql) } as unknown as Logger;
  const representations = ids.map((id) => ({ __typename: 'Binding', id }));
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Binding { ${fields} } } }`;
  const answer = await ask(query, { r: representations }).finally(() => (dataSource.logger = logger));
  expect(answer._entities.map(({ id }: Answer) => id)).toEqual(ids);
  expect(statements.length).toBeGreaterThan(0);
  return statements.length;
}
