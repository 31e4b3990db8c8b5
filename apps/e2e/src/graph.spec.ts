import { eventually } from '@bindery/testing';
import { bindBankCard, unbind, type BoundCard } from './testing/cards';
import { graph, newHolder, type Holder } from './system/the-system';

interface Described {
  readonly name: string;
  readonly description: string | null;
}
interface IntrospectedType extends Described {
  readonly kind: string;
  readonly fields: (Described & { readonly args: Described[] })[] | null;
  readonly inputFields: Described[] | null;
  readonly enumValues: Described[] | null;
}

const introspection = `{ __schema { types { name kind description
  fields(includeDeprecated: true) { name description args { name description } }
  inputFields { name description } enumValues(includeDeprecated: true) { name description } } } }`;

const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation']);

describe('every word of the graph', () => {
  it('is described: types, fields, arguments and enum values', async () => {
    const { __schema } = await graph().ask<{ __schema: { types: IntrospectedType[] } }>(introspection);
    const own = __schema.types.filter(({ name }) => !name.startsWith('__'));
    expect(own.length).toBeGreaterThan(100);
    const bare = (parent: string, items: readonly Described[] | null) =>
      (items ?? []).filter(({ description }) => !description?.trim()).map(({ name }) => `${parent}.${name}`);
    const undescribed = own.flatMap(({ name, description, fields, inputFields, enumValues }) => [
      ...(description || builtIn.has(name) ? [] : [name]),
      ...bare(name, fields),
      ...bare(name, inputFields),
      ...bare(name, enumValues),
      ...(fields ?? []).flatMap((field) => bare(`${name}.${field.name}`, field.args)),
    ]);
    expect(undescribed).toEqual([]);
  });
});

describe('lists', () => {
  let holder: Holder;
  let bank: BoundCard;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
    await unbind(holder, bank);
    // From then on nothing is joined with another entry.
    await eventually(async () =>
      expect((await holder.home()).inbox.edges.map(({ node }) => node.kind)).toContain('CARD_UNBOUND'),
    );
  });

  const lists = {
    cards: (args: string) =>
      `{ viewer { list: cards${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    devices: (args: string) =>
      `{ viewer { list: devices${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    sessions: (args: string) =>
      `{ viewer { list: sessions${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    inbox: (args: string) =>
      `{ viewer { list: inbox${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    history: (args: string) =>
      `{ viewer: card(id: "${bank.cardId}") { list: history${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    usage: (args: string) =>
      `{ viewer: card(id: "${bank.cardId}") { list: usage${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
    alerts: (args: string) =>
      `{ viewer: card(id: "${bank.cardId}") { list: alerts${args} { edges { cursor } pageInfo { hasNextPage endCursor } } } }`,
  };
  interface Listed {
    readonly viewer: {
      readonly list: {
        readonly edges: readonly { readonly cursor: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  }
  const read = async (list: keyof typeof lists, args: string) =>
    (await graph().ask<Listed>(lists[list](args), {}, holder.accessToken)).viewer.list;

  it.each(Object.keys(lists) as (keyof typeof lists)[])(
    '%s give 1 to 100 items and take only their own cursors',
    async (list) => {
      const other = (await read(list === 'cards' ? 'history' : 'cards', '(first: 1)')).pageInfo.endCursor ?? '';
      const cursors = ['no cursor', '', 'bm9uc2Vuc2U', other].flatMap((text) => [
        `(after: "${text}")`,
        `(before: "${text}")`,
      ]);
      for (const args of ['(first: 0)', '(first: 101)', '(first: -1)', '(last: 0)', '(last: 101)', ...cursors]) {
        const { errors } = await graph().send(lists[list](args), {}, holder.accessToken);
        expect({ args, code: errors?.[0]?.extensions?.code }).toEqual({ args, code: 'BAD_USER_INPUT' });
      }
      expect((await read(list, '(first: 100)')).pageInfo.hasNextPage).toBe(false);
    },
  );

  it.each([
    ['history', 5, 2],
    ['inbox', 4, 2],
    ['alerts', 2, 1],
  ] as const)(
    '%s, %i at least and page by page, are the whole list, also when it grows meanwhile',
    async (list, atLeast, size) => {
      const whole = await eventually(async () => {
        const all = await read(list, '(first: 100)');
        expect(all.edges.length).toBeGreaterThanOrEqual(atLeast);
        return all;
      });
      const first = await read(list, `(first: ${size})`);
      expect(first.pageInfo.hasNextPage).toBe(true);
      const cursors = first.edges.map(({ cursor }) => cursor);
      for (let after = first.pageInfo.endCursor, more = true; more;) {
        const page = await read(list, `(first: ${size}, after: "${after}")`);
        cursors.push(...page.edges.map(({ cursor }) => cursor));
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      const known = whole.edges.map(({ cursor }) => cursor);
      expect(cursors.filter((cursor) => known.includes(cursor))).toEqual(known);
      expect(new Set(cursors).size).toBe(cursors.length);
    },
  );
});

describe('node and nodes', () => {
  it('find everything of the viewer by its global id', async () => {
    const holder = await newHolder();
    const bank = await bindBankCard(holder);
    const ask = <Data>(document: string, variables: object = {}) =>
      graph().ask<Data>(document, variables, holder.accessToken);
    const { viewer } = await eventually(async () => {
      const answer = await ask<{ viewer: { id: string; inbox: { edges: { node: { id: string } }[] } } }>(
        '{ viewer { id inbox { edges { node { id } } } } }',
      );
      expect(answer.viewer.inbox.edges.length).toBeGreaterThan(0);
      return answer;
    });
    const start = `mutation ($input: StartChallengeInput!) { startChallenge(input: $input) { ... on StartChallengeSuccess { challenge { id } } } }`;
    const input = { idempotencyKey: 'node-and-nodes-0001', purpose: { action: 'RESTORE', subjectId: bank.bindingId } };
    const { startChallenge } = await ask<{ startChallenge: { challenge: { id: string } } }>(start, { input });
    const ids = {
      Account: viewer.id,
      Device: holder.deviceId,
      Card: bank.cardId,
      Binding: bank.bindingId,
      Challenge: startChallenge.challenge.id,
      Notification: viewer.inbox.edges[0]?.node.id ?? '',
    };
    const fields = `__typename id ... on Account { displayName } ... on Device { name } ... on Card { lastFour } ... on Binding { status } ... on Challenge { factor } ... on Notification { title }`;
    const { nodes } = await ask<{ nodes: object[] }>(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${fields} } }`, {
      ids: [...Object.values(ids), 'card_01h455vb4pex5vsknk084sn02q'],
    });
    expect(nodes).toEqual([
      { __typename: 'Account', id: ids.Account, displayName: holder.person.displayName },
      { __typename: 'Device', id: ids.Device, name: 'Pixel 9' },
      { __typename: 'Card', id: ids.Card, lastFour: bank.lastFour },
      { __typename: 'Binding', id: ids.Binding, status: 'ACTIVE' },
      { __typename: 'Challenge', id: ids.Challenge, factor: 'SMS_CODE' },
      { __typename: 'Notification', id: ids.Notification, title: expect.any(String) },
      null,
    ]);
    for (const [type, id] of Object.entries(ids)) {
      const { node } = await ask<{ node: object }>(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id });
      expect(node).toMatchObject({ __typename: type, id });
    }
  });
});
