import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const place = (city: string, zip: string | null, flags: readonly string[]): Thing => ({
  city,
  zip,
  flags,
  geo: { lat: city.length, lon: zip && zip.length, secret: 'inside' },
});
const shops: readonly Thing[] = [
  {
    id: 's1',
    name: 'North',
    at: place('Oslo', '0150', ['OPEN']),
    branches: [place('Bergen', null, []), place('Tromsø', '9008', ['OPEN'])],
  },
  { id: 's2', name: 'South', at: null, branches: null, hours: [{ day: 1, from: '8' }, null] },
  {
    id: 's3',
    name: refuse('NO_NAME'),
    at: { ...place('Hebei', '05', []), zip: refuse('NO_ZIP') },
    branches: [],
    hours: [],
  },
];
const byId = ({ id }: Thing) => shops.find((each) => each.id === id);
const tagsOf = ({ id }: Thing) => [
  { label: id, colour: 'RED' },
  { label: null, colour: null },
];

const shared = `
  type Place @shareable { city: String! @tag(name: "public")  zip: String  flags: [Flag!]  geo: Geo! }
  type Geo @shareable { lat: Int!  lon: Int  secret: String @inaccessible }
  enum Flag { OPEN  HIDDEN @inaccessible }`;

/** Types that several subgraphs answer, and what only subgraphs see; `@tag`, `@composeDirective` and `@extends`, which must not change anything. */
export const valueTypes: TestGraph = {
  name: '@shareable value types and @inaccessible',
  subgraphs: [
    {
      name: 'shops',
      typeDefs: `${shared}
        type Query { shops(only: [String!], inside: Int @inaccessible): [Shop!]!  shop(id: ID!): Shop  audit: Audit @inaccessible }
        type Audit @inaccessible { text: String }
        type Shop @key(fields: "id") { id: ID!  name: String  at: Place @shareable  owner: String @inaccessible  first: Shop }`,
      resolvers: {
        Query: { shops: () => shops, shop: (_: never, args: Thing) => byId(args) ?? null },
        Shop: { __resolveReference: byId, first: () => shops[0] },
      },
    },
    {
      name: 'places',
      typeDefs: `${shared}
        extend schema @link(url: "https://bindery.example/own/v1.0", import: ["@own"]) @composeDirective(name: "@own")
        directive @own on FIELD_DEFINITION
        type Query { biggest: Shop  nowhere: Place }
        type Hours @shareable { day: Int!  from: String }
        type Shop @key(fields: "id") { id: ID!  at: Place @shareable  branches: [Place] @own  hours: [Hours] }`,
      resolvers: { Query: { biggest: () => shops[2], nowhere: () => null }, Shop: { __resolveReference: byId } },
    },
    {
      name: 'tags',
      typeDefs: `
        type Tag @key(fields: "label") { label: ID  colour: Colour }
        enum Colour { RED GREEN }
        type Shop @extends @key(fields: "id") { id: ID! @external  tags: [Tag!]!  count(of: [Colour!]! = [RED, GREEN]): Int! }`,
      resolvers: {
        Shop: {
          __resolveReference: ({ id }: Thing) => ({ id }),
          tags: tagsOf,
          count: (_: never, { of }: Thing) => (of as []).length,
        },
      },
    },
  ],
  whole: {
    Query: {
      shops: () => shops,
      shop: (_: never, args: Thing) => byId(args) ?? null,
      biggest: () => shops[2],
      nowhere: () => null,
    },
    Shop: { first: () => shops[0], tags: tagsOf, count: (_: never, { of }: Thing) => (of as []).length },
  },
  wishes: {
    literals: { id: ['"s1"', '"s2"', '"s9"'], of: ['[]', '[RED]'] },
    aliases: ['id', 'at', 'city', 'name', 'tags', 'label'],
  },
  cases: [
    '{ shops { at { city zip geo { lat lon } } branches { zip city flags } hours { from day } tags { label colour } count } }',
    '{ biggest { name at { zip city } first { branches { geo { lon } } } } nowhere { city } }',
    'query ($of: [Colour!] = [RED]) { shop(id: "s1") { count(of: $of) } }',
    // GraphQL.js tells a null variable for what may not be null at the field; a subgraph tells it of the whole request.
    '{ __type(name: "Geo") { fields { name } } shop(id: "s1") { id } __schema { types { name isOneOf } } }',
    '{ shop(id: "s1") { a: __typename kind: at { b: __typename } } t: __typename __typename }',
    '{ constructor: shop(id: "s1") { toString: name __proto__: id hasOwnProperty: at { valueOf: city } } }',
  ],
};
