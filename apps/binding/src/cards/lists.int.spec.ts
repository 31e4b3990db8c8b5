import { newId } from '@bindery/kernel';
import { aHolder, bind, mutate, settle, startInput, unbind } from '../testing/holder';
import {
  startBindingService,
  type Answer,
  type ProviderCode,
  type RunningBinding,
} from '../testing/start-binding-service';

let service: RunningBinding;
let holder: ReturnType<typeof aHolder>;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const ask = (query: string, variables: object = {}, { claims } = holder): Promise<Answer> =>
  service.ask(query, variables, claims);
const pageInfo = 'pageInfo { hasNextPage endCursor hasPreviousPage startCursor }';

/** A list of the account, as the gateway asks for it. */
async function account(list: string): Promise<Answer> {
  const r = [{ __typename: 'Account', id: holder.viewer.accountId }];
  const answer = await ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { list: ${list} } } }`,
    { r },
  );
  return answer.errors ? answer : answer.data._entities[0].list;
}

async function ofCard(cardId: string, list: string): Promise<Answer> {
  const answer = await ask(`query ($id: ID!) { card(id: $id) { list: ${list} } }`, { id: cardId });
  return answer.errors ? answer : answer.data.card.list;
}
/** Cards are in the order of their ids, so of the times they were added. */
async function bindNext(provider: ProviderCode = 'seaside-bank') {
  service.clock.advance(1000);
  return bind(service, holder, provider);
}
const expectRefused = (answer: Answer) => expect(answer.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });

describe('cards that are bound and those that were', () => {
  it('are two lists, each with how many it has in all, and in neither what nobody confirmed', async () => {
    const off = await bindNext();
    const bound = [await bindNext(), await bindNext('cloudgate')];
    service.clock.advance(1000);
    service.providers['harbour-bank'].plan('BIND', 'REFUSE');
    const refused = await bindNext('harbour-bank');
    service.clock.advance(1000);
    const { binding: given } = await mutate(service, holder, 'startBinding', startInput(holder, 'harbour-bank'));
    expect(await account('pastCards { totalCount edges { node { id } } }')).toEqual({
      totalCount: 1,
      edges: [{ node: { id: refused.cardId } }],
    });
    await unbind(service, holder, off.bindingId);
    await settle(service);
    await mutate(service, holder, 'cancelBinding', { bindingId: given.id });
    expect(await account('cards(first: 1) { totalCount edges { node { id } } }')).toEqual({
      totalCount: 2,
      edges: [{ node: { id: bound[0]?.cardId } }],
    });
    expect(await account('pastCards { totalCount edges { node { id bindings { phase } } } }')).toEqual({
      totalCount: 2,
      edges: [
        { node: { id: off.cardId, bindings: [{ phase: 'UNBOUND' }] } },
        { node: { id: refused.cardId, bindings: [{ phase: 'DECLINED' }] } },
      ],
    });
  });

  it('can be read from both ends', async () => {
    for (let count = 0; count < 3; count++) await bindNext();
    const all: Answer[] = (await account('cards { edges { cursor } }')).edges;
    const [first, second, third] = all.map(({ cursor }) => cursor);
    const read = (args: string) => account(`cards(${args}) { edges { cursor } ${pageInfo} }`);
    const paged = (cursors: string[], hasPreviousPage: boolean, hasNextPage: boolean) => ({
      edges: cursors.map((cursor) => ({ cursor })),
      pageInfo: { hasPreviousPage, hasNextPage, startCursor: cursors.at(0) ?? null, endCursor: cursors.at(-1) ?? null },
    });
    expect(await read('first: 2')).toEqual(paged([first, second], false, true));
    expect(await read(`first: 2, after: "${second}"`)).toEqual(paged([third], true, false));
    expect(await read('last: 2')).toEqual(paged([second, third], true, false));
    expect(await read(`last: 2, before: "${second}"`)).toEqual(paged([first], false, true));
    expect(await read(`last: 2, before: "${first}"`)).toEqual(paged([], false, true));
    expect(await read(`after: "${first}", before: "${third}"`)).toEqual(paged([second], true, false));
  });

  it('have no place for a cursor of another list, account or filter, nor for "" or what was made up', async () => {
    const { cardId } = await bind(service, holder);
    const cursorOf = (list: Answer): string => list.edges[0].cursor;
    const cards = cursorOf(await account('cards { edges { cursor } }'));
    const history = cursorOf(await ofCard(cardId, 'history { edges { cursor } }'));
    const filtered = cursorOf(await ofCard(cardId, 'history(kinds: [BOUND]) { edges { cursor } }'));
    const other = await bind(service, holder);
    await unbind(service, holder, other.bindingId);
    await settle(service);
    const past = cursorOf(await account('pastCards { edges { cursor } }'));
    const made = (text: string) => Buffer.from(text).toString('base64url');
    for (const cursor of [history, past, '', ' ', made(cardId), made(''), cards.slice(1), `${cards}=`])
      for (const place of ['after', 'before'])
        expectRefused(await account(`cards(${place}: "${cursor}") { edges { cursor } }`));
    for (const cursor of [cards, filtered, '', made('1'), made('x')]) {
      expectRefused(await ofCard(cardId, `history(after: "${cursor}") { edges { cursor } }`));
      expectRefused(await ofCard(cardId, `usage(before: "${cursor}") { edges { cursor } }`));
    }
    expectRefused(await ofCard(other.cardId, `history(after: "${history}") { edges { cursor } }`));
    holder = aHolder();
    expectRefused(await account(`cards(after: "${cards}") { edges { cursor } }`));
  });
});

describe('what happened to a card', () => {
  it('is filtered by kind and by day', async () => {
    const { cardId, bindingId } = await bind(service, holder);
    const from = service.clock.now().toISOString();
    service.clock.advance(60_000);
    await mutate(service, holder, 'suspendBinding', { bindingId });
    const kindsOf = async (args: string) => {
      const { edges, totalCount } = await ofCard(cardId, `history(${args}) { totalCount edges { node { kind way } } }`);
      expect(totalCount).toBe(edges.length);
      return edges.map(({ node }: Answer) => `${node.kind} ${node.way}`);
    };
    const started = ['BOUND PROVIDER_WEBHOOK', 'REQUIREMENTS_MET WALLET_APP', 'STARTED WALLET_APP'];
    expect(await kindsOf('first: 20')).toEqual(['HELD WALLET_APP', ...started]);
    expect(await kindsOf('kinds: [STARTED, HELD]')).toEqual(['HELD WALLET_APP', 'STARTED WALLET_APP']);
    expect(await kindsOf('kinds: []')).toEqual([]);
    const after = service.clock.now().toISOString();
    expect(await kindsOf(`from: "${after}"`)).toEqual(['HELD WALLET_APP']);
    expect(await kindsOf(`until: "${after}"`)).toEqual(started);
    expect(await kindsOf(`from: "${after}", until: "${from}"`)).toEqual([]);
  });
});

describe('references', () => {
  it('are answered each by itself: a stranger’s, an unknown one and nonsense take no other along', async () => {
    const { cardId, bindingId } = await bind(service, holder);
    const r = [
      { __typename: 'Account', id: newId('account') },
      { __typename: 'Card', id: cardId },
      { __typename: 'Account' },
      { __typename: 'Card', id: 'card_\0' },
      { __typename: 'Saucer', id: 'x' },
      { __typename: 'Binding', id: bindingId },
      { __typename: 'Binding', id: null },
    ];
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Card { id } ... on Binding { id } } }';
    const [card, binding] = [
      { __typename: 'Card', id: cardId },
      { __typename: 'Binding', id: bindingId },
    ];
    expect((await ask(query, { r })).data._entities).toEqual([null, card, null, null, null, binding, null]);
    const asStranger = await service.ask(query, { r });
    expect(asStranger.data._entities).toEqual(r.map(() => null));
  });
});
