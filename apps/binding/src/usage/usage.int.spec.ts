import { newId } from '@bindery/kernel';
import { aHolder, bankCard, bind, newCardNumber, settle, unbind, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { countStatements, insertPayments } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const fields =
  'edges { node { id at kind text place amount { value currency } card { id } } } pageInfo { hasNextPage endCursor }';
const accountQuery = `query ($id: ID!, $first: Int!, $after: String, $filter: UsageFilterInput) {
  _entities(representations: [{ __typename: "Account", id: $id }]) {
    ... on Account { usage(first: $first, after: $after, filter: $filter) { ${fields} totalCount } } } }`;

async function usageOf(of: Holder, variables: object = {}, asker = of) {
  const answer = await service.ask(accountQuery, { id: of.viewer.accountId, first: 100, ...variables }, asker.claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data._entities[0]?.usage;
}

async function bindAndUse(count: number, place?: object) {
  const bound = await bind(service, holder, 'seaside-bank', bankCard(newCardNumber()));
  const of = { ...bound, accountId: holder.viewer.accountId };
  await insertPayments(service, of, { count, now: service.clock.now(), place });
  return bound;
}

describe('Account.usage', () => {
  it('has the uses of all cards in one order, of those that were taken off too, page by page', async () => {
    const one = await bindAndUse(5);
    const two = await bindAndUse(5);
    await unbind(service, holder, one.bindingId);
    await settle(service);
    const all = await usageOf(holder);
    expect(all.totalCount).toBe(10);
    const times = all.edges.map(({ node }: { node: { at: string } }) => node.at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(new Set(all.edges.map(({ node }: { node: { card: { id: string } } }) => node.card.id))).toEqual(
      new Set([one.cardId, two.cardId]),
    );
    const paged = [];
    for (let after: string | null = null; ;) {
      const page = await usageOf(holder, { first: 3, after });
      paged.push(...page.edges);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged.map(({ node }) => node.id)).toEqual(all.edges.map(({ node }: { node: { id: string } }) => node.id));
  });

  it('is nobody else’s', async () => {
    await bindAndUse(1);
    expect(await usageOf(holder, {}, aHolder())).toBeUndefined();
    expect((await usageOf(aHolder())).totalCount).toBe(0);
  });

  it('keeps to its filter, in both languages and in the days of a zone', async () => {
    const cafe = { en: 'Corner Café', 'zh-CN': '街角咖啡' };
    const { cardId } = await bindAndUse(30, cafe);
    await bindAndUse(10);
    const total = async (filter: object) => (await usageOf(holder, { first: 1, filter })).totalCount as number;
    expect(await total({ places: ['街角咖啡'] })).toBe(30);
    expect(await total({ places: ['Corner Café', 'Corner Bakery'] })).toBe(40);
    expect(await total({ cards: [cardId], kinds: ['DOOR_OPENED'] })).toBe(3);
    expect(await total({ providers: ['harbour-bank'] })).toBe(0);
    expect(await total({ amount: { currency: 'CNY', least: 101, most: 105 } })).toBe(10);
    expect(await total({ amount: { currency: 'USD' } })).toBe(0);
  });

  it('takes whole calendar days of a zone', async () => {
    const { bindingId, cardId } = await bindAndUse(0);
    const of = { bindingId, cardId, accountId: holder.viewer.accountId };
    // The last one at five past midnight in Shanghai.
    await insertPayments(service, of, { count: 10, now: new Date('2026-03-01T16:05:00Z') });
    const total = async (day: string, timeZone: string) =>
      (await usageOf(holder, { first: 1, filter: { days: { first: day, last: day, timeZone } } })).totalCount as number;
    expect([await total('2026-03-01', 'Asia/Shanghai'), await total('2026-03-02', 'Asia/Shanghai')]).toEqual([4, 6]);
    expect([await total('2026-03-01', 'UTC'), await total('2026-03-02', 'UTC')]).toEqual([10, 0]);
  });

  it.each([
    { days: { first: '2026-02-30', last: '2026-03-01', timeZone: 'UTC' } },
    { days: { first: '2026-02-01', last: '2026-03-01', timeZone: '+08:00' } },
    { providers: [] },
    { amount: { currency: 'YUAN' } },
    { cards: [newId('binding')] },
  ])('refuses a filter that cannot be: %j', async (filter) => {
    const answer = await service.ask(accountQuery, { id: holder.viewer.accountId, first: 1, filter }, holder.claims);
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('reads a page by one statement, along the index of the account', async () => {
    await bindAndUse(200);
    const query = accountQuery.replace('card { id }', '').replace('totalCount', '');
    const variables = { id: holder.viewer.accountId, first: 50 };
    const { value, statements } = await countStatements(() => service.ask(query, variables, holder.claims));
    expect(value.data._entities[0].usage.edges).toHaveLength(50);
    expect(statements).toHaveLength(1);
    const [[plan]] = await service.composed.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off');
      return [
        await tx.query(
          `EXPLAIN (FORMAT JSON) SELECT id FROM usage_record WHERE account_id = $1 AND (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT 51`,
          [holder.viewer.accountId, service.clock.now(), 'usage_'],
        ),
      ];
    });
    const text = JSON.stringify(plan);
    expect(text).toContain('"Index Name":"usage_record_account"');
    expect(text).not.toContain('"Sort"');
  });
});

describe('the account of a use', () => {
  it('is filled in for a version of the service that does not know of it', async () => {
    const { cardId, bindingId } = await bind(service, holder);
    await service.composed.dataSource.query(
      `INSERT INTO usage_record (id, provider, provider_usage_id, card_id, binding_id, kind, place, at)
       VALUES ($1, 'seaside-bank', $1, $2, $3, 'PAYMENT', '{"en": "A", "zh-CN": "A"}', now())`,
      [newId('usage'), cardId, bindingId],
    );
    expect((await usageOf(holder)).totalCount).toBe(1);
  });
});
