import {
  aHolder,
  bankCard,
  bind,
  mutate,
  newCardNumber,
  newKey,
  proofOf,
  startInput,
  unbind,
  settle,
  type Holder,
} from '../testing/holder';
import { changeByTwo } from '../testing/operator';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { countStatements, insertPayments } from '../testing/usage';

const day = 24 * 60 * 60_000;

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

async function account(selection: string, of = holder, asker = of) {
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Account", id: $id }]) { ... on Account { ${selection} } } }`;
  const answer = await service.ask(query, { id: of.viewer.accountId }, asker.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data._entities[0];
}
const review = async (of = holder) =>
  (await account('bindingReview { suggested reasons texts since nextAt bindings { id nextSteps { code } } }', of))
    .bindingReview;

describe('Account.bindingReview', () => {
  it('is suggested when a card was not used for half a year, not before, and is silent while dismissed', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const boundAt = service.clock.now();
    const first = await review();
    expect(first).toMatchObject({ suggested: false, reasons: [], bindings: [] });
    expect(Math.abs(Date.parse(first.nextAt) - boundAt.getTime() - 180 * day)).toBeLessThan(60_000);

    service.clock.advance(100 * day);
    const lastUse = service.clock.now();
    const of = { bindingId, cardId, accountId: holder.viewer.accountId };
    await insertPayments(service, of, { count: 3, now: lastUse });
    service.clock.advance(179 * day);
    expect((await review()).suggested).toBe(false);
    service.clock.advance(day);
    const stale = await review();
    expect(stale).toMatchObject({
      suggested: true,
      reasons: ['STALE'],
      texts: ['1 card has not been used for 180 days. Take off what you no longer need.'],
      since: new Date(lastUse.getTime() + 180 * day).toISOString(),
      nextAt: null,
    });
    expect(stale.bindings).toEqual([{ id: bindingId, nextSteps: expect.arrayContaining([{ code: 'UNBIND' }]) }]);

    const idempotencyKey = newKey();
    for (let time = 0; time < 2; time++)
      expect(await mutate(service, holder, 'dismissBindingReview', { idempotencyKey })).toMatchObject({
        review: { suggested: false, nextAt: new Date(service.clock.now().getTime() + 90 * day).toISOString() },
      });
    service.clock.advance(90 * day);
    expect((await review()).suggested).toBe(true);
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await review()).toMatchObject({ suggested: false, reasons: [], nextAt: null });
  });

  it('goes by the days of the provider, from the moment that operators change them', async () => {
    const { bindingId } = await bind(service, holder);
    service.clock.advance(40 * day);
    expect((await review()).reasons).toEqual([]);
    const change = (staleAfterDays: number | null) => changeByTwo(service, { staleAfterDays });
    expect((await change(30)).providerVersion.aspects).toEqual(['TIMES']);
    expect(await review()).toMatchObject({
      reasons: ['STALE'],
      texts: ['1 card has not been used for 30 days. Take off what you no longer need.'],
      bindings: [{ id: bindingId }],
    });
    await change(null);
    expect(await review()).toMatchObject({ suggested: false, reasons: [], nextAt: null });
    await change(180);
  });

  it('is nobody else’s, and is read by three statements however many cards there are', async () => {
    for (let count = 0; count < 3; count++) await bind(service, holder, 'seaside-bank', bankCard(newCardNumber()));
    expect(await account('bindingReview { suggested }', holder, aHolder())).toBeNull();
    const { statements } = await countStatements(() => account('bindingReview { suggested reasons since nextAt }'));
    expect(statements).toHaveLength(3);
  });
});

describe('starts that nobody confirmed', () => {
  const start = (by = holder) =>
    mutate(service, by, 'startBinding', startInput(by, 'seaside-bank', bankCard(newCardNumber())));
  const confirmStarted = async (bindingId: string) =>
    mutate(service, holder, 'confirmBinding', {
      bindingId,
      proof: await proofOf(service, holder, 'BIND', bindingId as never),
    });

  it('take no place of the provider’s limit; what is confirmed does, and then no more can be', async () => {
    const started: string[] = [];
    for (let count = 0; count < 12; count++) {
      const answer = await start();
      expect(answer.__typename).toBe('StartBindingSuccess');
      started.push(answer.binding.id as string);
    }
    const outcomes = [];
    for (const bindingId of started) outcomes.push(await confirmStarted(bindingId));
    const confirmed = outcomes.filter(({ __typename }) => __typename === 'ConfirmBindingSuccess').length;
    const refused = outcomes.find(({ __typename }) => __typename === 'BindingLimitError');
    expect(confirmed).toBeGreaterThan(0);
    expect(refused).toMatchObject({
      code: 'BINDING_LIMIT',
      remedies: [{ code: 'UnbindAnother' }, { code: 'ContactProvider' }],
    });
    expect((await start()).__typename).toBe('BindingLimitError');
    const left = started.at(-1) ?? '';
    const query = `query ($id: ID!) { binding(id: $id) { proofsAsked nextSteps { code } } }`;
    const { data } = await service.ask(query, { id: left }, holder.claims);
    expect(data.binding).toEqual({ proofsAsked: [], nextSteps: [{ code: 'CANCEL_BINDING' }] });
  });

  it('let no two through the last place, however close together they are confirmed', async () => {
    const started: string[] = [];
    for (let count = 0; count < 12; count++) started.push((await start()).binding.id as string);
    const proofs = await Promise.all(started.map((id) => proofOf(service, holder, 'BIND', id as never)));
    const outcomes = await Promise.all(
      started.map((bindingId, index) =>
        mutate(service, holder, 'confirmBinding', { bindingId, proof: proofs[index] }).catch(() => ({
          __typename: 'Busy',
        })),
      ),
    );
    const [{ count }] = await service.composed.dataSource.query(
      `SELECT count(*)::int AS count FROM binding WHERE account_id = $1 AND phase = 'BINDING'`,
      [holder.viewer.accountId],
    );
    expect(count).toBe(outcomes.filter(({ __typename }) => __typename === 'ConfirmBindingSuccess').length);
    expect(outcomes.some(({ __typename }) => __typename === 'BindingLimitError')).toBe(true);
  });

  it('are in a list of their own until they lapse, and never among the cards', async () => {
    const { binding } = await start();
    const lists = 'cards { totalCount } startedCards { totalCount edges { node { id } } } pastCards { totalCount }';
    expect(await account(lists)).toEqual({
      cards: { totalCount: 0 },
      startedCards: { totalCount: 1, edges: [{ node: { id: binding.card.id } }] },
      pastCards: { totalCount: 0 },
    });
    service.clock.advance(30 * 60_000);
    await service.jobs.run();
    const none = { cards: { totalCount: 0 }, startedCards: { totalCount: 0 }, pastCards: { totalCount: 0 } };
    expect(await account('cards { totalCount } startedCards { totalCount } pastCards { totalCount }')).toEqual(none);
    const query = `query ($id: ID!) { card(id: $id) { bindings { phase } } }`;
    const { data } = await service.ask(query, { id: binding.card.id }, holder.claims);
    expect(data.card.bindings).toEqual([{ phase: 'DECLINED' }]);
  });

  it('of a card that was bound before leave it where it is: on its way back', async () => {
    const number = newCardNumber();
    const { bindingId, cardId } = await bind(service, holder, 'seaside-bank', bankCard(number));
    await unbind(service, holder, bindingId);
    await settle(service);
    await mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', bankCard(number)));
    expect(await account('cards { edges { node { id } } } startedCards { totalCount }')).toEqual({
      cards: { edges: [{ node: { id: cardId } }] },
      startedCards: { totalCount: 0 },
    });
  });
});
