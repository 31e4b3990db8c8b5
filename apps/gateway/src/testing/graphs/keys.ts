import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

/** One entity with a key of its own in each subgraph: alone, compound, nested; and a reference that is found by nobody. */
const products: readonly Thing[] = [
  {
    id: '1',
    sku: 'A-1',
    model: 'm1',
    brand: { code: 'acme', name: 'Acme' },
    title: 'Anvil',
    stock: 3,
    stars: [5, 4],
    made: 1950,
  },
  {
    id: '2',
    sku: 'B-2',
    model: 'm2',
    brand: { code: 'byte', name: null },
    title: 'Book',
    stock: 0,
    stars: [],
    made: null,
  },
  {
    id: '3',
    sku: 'C-3',
    model: 'm3',
    brand: { code: 'acme', name: 'Acme' },
    title: refuse('NO_TITLE'),
    stock: refuse('NO_STOCK'),
    stars: [null, 1],
    made: 2001,
  },
];
const shelf: Thing = { rows: [[products[0], null], [], [products[2], products[1]]] };

const find = (match: (product: Thing) => boolean): Thing | null => products.find(match) ?? null;
const roots = {
  product: ({ id }: { id: string }) => find((product) => product.id === id),
  products: () => products,
  shelf: () => shelf,
};
const codeOf = ({ brand }: Thing) => (brand as Thing).code;

export const keys: TestGraph = {
  name: 'several keys, compound and nested',
  subgraphs: [
    {
      name: 'catalogue',
      typeDefs: `
        type Query { product(id: ID!): Product  products: [Product!]!  shelf: Shelf }
        type Shelf { rows: [[Product]!] }
        type Product @key(fields: "id") @key(fields: "sku") { id: ID! sku: ID! title: String }`,
      resolvers: {
        Query: {
          product: (_: never, args: never) => roots.product(args),
          products: roots.products,
          shelf: roots.shelf,
        },
        Product: { __resolveReference: ({ id, sku }: Thing) => find((each) => each.id === id || each.sku === sku) },
      },
    },
    {
      name: 'stock',
      typeDefs: `
        type Query { emptiest: Product }
        type Product @key(fields: "sku") @key(fields: "brand { code } model") { sku: ID! model: String! brand: Brand! stock: Int }
        type Brand @shareable { code: ID! }`,
      resolvers: {
        Query: { emptiest: () => products[1] },
        Product: {
          __resolveReference: (given: Thing) =>
            find((each) =>
              given.sku ? each.sku === given.sku : codeOf(each) === codeOf(given) && each.model === given.model,
            ),
        },
      },
    },
    {
      name: 'makers',
      typeDefs: `
        type Query { oldest: Product! }
        type Product @key(fields: "brand { code } model") { model: String! brand: Brand! made: Int }
        type Brand @key(fields: "code") { code: ID! name: String  best: Product }`,
      resolvers: {
        Query: { oldest: () => products[0] },
        Product: {
          __resolveReference: (given: Thing) =>
            find((each) => codeOf(each) === codeOf(given) && each.model === given.model),
        },
        Brand: {
          __resolveReference: ({ code }: Thing) =>
            products.map(({ brand }) => brand as Thing).find((each) => each.code === code),
          best: ({ code }: Thing) => find((each) => codeOf(each) === code),
        },
      },
    },
    {
      name: 'reviews',
      typeDefs: `
        type Query { starred: [Product] }
        type Product @key(fields: "id") { id: ID! stars: [Int] }`,
      resolvers: {
        Query: { starred: () => [products[2], null, products[0]] },
        Product: { __resolveReference: ({ id }: Thing) => find((each) => each.id === id) },
      },
    },
  ],
  whole: {
    Query: {
      product: (_: never, args: never) => roots.product(args),
      products: roots.products,
      shelf: roots.shelf,
      emptiest: () => products[1],
      oldest: () => products[0],
      starred: () => [products[2], null, products[0]],
    },
    Brand: { best: ({ code }: Thing) => find((each) => codeOf(each) === code) },
  },
  wishes: {
    literals: { id: ['"1"', '"2"', '"3"', '"4"'] },
    aliases: ['id', 'sku', 'brand', 'model', 'code', 'best'],
    depth: 4,
  },
  cases: [
    '{ products { stars made stock title } }',
    '{ oldest { stars id best: brand { best { sku title } } } }',
    '{ shelf { rows { title stock made stars } } }',
    '{ starred { made title brand { name } } }',
    '{ emptiest { made stars title model } missing: product(id: "9") { made } }',
    // Aliases that are called like the keys.
    '{ products { id: title sku: id stars made } }',
    '{ oldest { brand: model model: made code: stock stars } }',
    '{ oldest { brand { code: name best { brand: title stars } } made } }',
  ],
};
