import { keys } from '../../testing/graphs/keys';
import { requires } from '../../testing/graphs/requires';
import { composeGraph } from '../../testing/oracle/compose-graph';
import { refuse } from '../../testing/oracle/refuse';
import type { TestGraph, Thing } from '../../testing/oracle/test-graph';

const products = composeGraph(keys);
const parcels = composeGraph(requires);

interface Answer {
  readonly data: unknown;
  readonly errors: string[];
}

async function ask(graph: typeof products, query: string, broken: readonly string[]): Promise<Answer> {
  const { data, errors = [] } = await graph.federated(query, {}, broken);
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: errors.map(({ path, extensions }) => `${path?.join('.') ?? '?'} ${String(extensions.code)}`),
  };
}

describe('a fetch that failed is told of', () => {
  it('each of its root fields, under the client’s names', async () => {
    expect(
      await ask(products, '{ id: product(id: "1") { title } products { title } emptiest { sku } }', ['catalogue']),
    ).toEqual({
      data: null,
      errors: ['id SUBGRAPH_UNAVAILABLE', 'products SUBGRAPH_UNAVAILABLE'],
    });
  });

  it('each field at each place in lists', async () => {
    const { data, errors } = await ask(products, '{ shelf { rows { sku stars id: stars } } }', ['reviews']);
    const rows = [0, 2, 2].map((row, index) => `${row}.${[0, 0, 1][index]}`);
    expect(data).toMatchObject({ shelf: { rows: [[{ sku: 'A-1', stars: null, id: null }, null], [], [{}, {}]] } });
    expect(errors.sort()).toEqual(
      rows
        .flatMap((row) => [`shelf.rows.${row}.id SUBGRAPH_UNAVAILABLE`, `shelf.rows.${row}.stars SUBGRAPH_UNAVAILABLE`])
        .sort(),
    );
  });

  it('no place that the answer has anyway', async () => {
    const { errors } = await ask(products, '{ products { title stars sku } }', ['reviews']);
    const ofStars = [0, 1, 2].map((at) => `products.${at}.stars SUBGRAPH_UNAVAILABLE`);
    expect(errors).toEqual(['products.2.title NO_TITLE', ...ofStars]);
  });

  it('what is null because keys for it did not come', async () => {
    const { data, errors } = await ask(products, '{ starred { made } }', ['catalogue']);
    expect(data).toEqual({ starred: [{ made: null }, null, { made: null }] });
    expect(errors).toEqual(['starred.0.made SUBGRAPH_UNAVAILABLE', 'starred.2.made SUBGRAPH_UNAVAILABLE']);
  });

  it('what is null because what it requires did not come, and not by its name', async () => {
    const { data, errors } = await ask(parcels, '{ insured { greeting } }', ['depot']);
    expect(data).toEqual({ insured: [{ greeting: null }, null, { greeting: null }] });
    expect(errors).toEqual(['insured.0.greeting SUBGRAPH_UNAVAILABLE', 'insured.2.greeting SUBGRAPH_UNAVAILABLE']);
  });

  it('the place below a null that came up from it', async () => {
    const { data, errors } = await ask(parcels, '{ insured { parts { tag } } }', ['depot']);
    expect(data).toEqual({ insured: [null, null, null] });
    expect(errors).toEqual(['insured.0.parts SUBGRAPH_UNAVAILABLE', 'insured.2.parts SUBGRAPH_UNAVAILABLE']);
  });

  it('only what was asked for under the conditions of the request', async () => {
    const query = 'query ($no: Boolean = false) { starred { made stars @include(if: $no) stock @include(if: $no) } }';
    const { errors } = await ask(products, query, ['catalogue']);
    expect(errors).toEqual(['starred.0.made SUBGRAPH_UNAVAILABLE', 'starred.2.made SUBGRAPH_UNAVAILABLE']);
  });
});

const many = Array.from({ length: 120 }, (_, index): Thing => ({ id: String(index) }));
const long: TestGraph = {
  name: 'a long list',
  subgraphs: [
    {
      name: 'list',
      typeDefs: 'type Query { items: [Item!]! }  type Item @key(fields: "id") { id: ID!  size: Int! }',
      resolvers: {
        Query: { items: () => many },
        Item: {
          __resolveReference: (given: Thing) => given,
          size: ({ id }: Thing) => (id === '7' ? refuse('NO_SIZE')() : 1),
        },
      },
    },
    {
      name: 'notes',
      typeDefs: `type Item @key(fields: "id") {
        id: ID!  size: Int! @external  note: String  label: String @requires(fields: "size") }`,
      resolvers: {
        Item: { __resolveReference: (given: Thing) => given, note: ({ id }: Thing) => `note ${String(id)}` },
      },
    },
  ],
  whole: {},
  cases: [],
};

describe('places of errors', () => {
  const items = composeGraph(long);

  it('are no more than a hundred for one fetch', async () => {
    const { errors } = await ask(items, '{ items { note } }', ['notes']);
    expect(errors).toHaveLength(100);
    expect(errors.at(-1)).toBe('items.99.note SUBGRAPH_UNAVAILABLE');
  });

  it('are those of the null, where only the plan asked for what failed', async () => {
    expect(await ask(items, '{ items { id label } }', [])).toEqual({ data: null, errors: ['items.7 NO_SIZE'] });
  });
});
