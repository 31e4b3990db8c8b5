import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

type Priced = { readonly currency?: string | null };

const parcel = (
  id: string,
  weight: number | null,
  euros: number,
  tags: readonly string[],
  fragile: boolean | null,
): Thing => ({
  id,
  size: { weight, box: { height: euros * 2, width: 7, note: `box of ${id}` } },
  euros,
  tags,
  parts: tags.map((tag) => ({ tag, kilos: tag.length })),
  fragile,
  owner: { id: `owner-${id}`, name: `Owner of ${id}` },
});
const parcels = [
  parcel('1', 10, 5, ['red', 'blue'], true),
  parcel('2', null, 0, [], null),
  parcel('3', 3, 8, ['x'], false),
];
const broken: Thing = { ...parcel('4', 1, 2, ['y'], true), motto: refuse('NO_MOTTO') };
const all: readonly Thing[] = [...parcels, broken];

const byId = ({ id }: Thing) => all.find((each) => each.id === id);
const price = ({ euros }: Thing, { currency }: Priced) => (currency === 'CNY' ? (euros as number) * 8 : euros);
const rate = ({ euros }: Thing, { on }: { readonly on?: string | null }) =>
  (euros as number) + (on === 'CNY' ? 100 : 0);
const weightOf = ({ size }: Thing) => (size as Thing).weight as number | null;
const shipping = (inCny: unknown, weight: number | null, height: unknown) =>
  `${String(inCny)}/${weight ?? 'unknown'}/${String(height)}`;
const label = (parts: readonly Thing[], fragile: unknown) =>
  `${parts.map(({ tag, kilos }) => `${String(tag)}:${String(kilos)}`).join()} ${String(fragile)}`;
const root = { parcels: () => all, parcel: (_: never, { id }: Thing) => byId({ id }) ?? null };

/** `@requires` with arguments, with selections, in lists, and of what itself requires something. */
export const requires: TestGraph = {
  name: '@requires, with arguments and selections',
  subgraphs: [
    {
      name: 'depot',
      typeDefs: `
        type Query { parcels: [Parcel!]!  parcel(id: ID!): Parcel }
        enum Currency { EUR CNY }
        type Parcel @key(fields: "id") {
          id: ID!  price(currency: Currency = EUR): Int  rate(on: Currency = EUR): Int  size: Size!  tags: [String!]  parts: [Part!]!  fragile: Boolean  motto: String  owner: Owner }
        type Size { weight: Int  box: Box! }
        type Box { height: Int!  width: Int  note: String }
        type Part { tag: String!  kilos: Int! }
        type Owner @key(fields: "id") { id: ID!  name: String! }`,
      resolvers: {
        Query: { ...root, parcel: (_: never, args: Thing) => byId(args) ?? null },
        Parcel: { __resolveReference: byId, price, rate },
        Owner: {
          __resolveReference: ({ id }: Thing) => all.map(({ owner }) => owner as Thing).find((each) => each.id === id),
        },
      },
    },
    {
      name: 'post',
      typeDefs: `
        enum Currency { EUR CNY }
        type Parcel @key(fields: "id") {
          id: ID!
          price(currency: Currency = EUR): Int @external
          size: Size! @external
          parts: [Part!]! @external
          fragile: Boolean @external
          owner: Owner @external
          rate(on: Currency = EUR): Int @external
          tariff: Int @requires(fields: "rate")
          shipping: String! @requires(fields: "price(currency: CNY) size { weight box { height } }")
          label(loud: Boolean = false): String @requires(fields: "parts { tag kilos } fragile")
          greeting: String @requires(fields: "owner { name }") }
        type Size @external { weight: Int  box: Box! }
        type Box @external { height: Int! }
        type Part @external { tag: String!  kilos: Int! }
        type Owner @key(fields: "id") { id: ID!  name: String! @external }`,
      resolvers: {
        Parcel: {
          tariff: ({ rate: given }: Thing) => given,
          // Nothing but what came in the representation.
          shipping: (given: Thing) =>
            shipping(given.price, weightOf(given), ((given.size as Thing).box as Thing).height),
          label: ({ parts, fragile }: Thing, { loud }: Thing) => label(parts as Thing[], fragile) + (loud ? '!' : ''),
          greeting: ({ owner }: Thing) => `Dear ${String((owner as Thing).name)}`,
        },
      },
    },
    {
      name: 'insurance',
      typeDefs: `
        type Query { insured: [Parcel] }
        type Parcel @key(fields: "id") {
          id: ID!
          shipping: String! @external
          label(loud: Boolean = false): String @external
          premium: Float @requires(fields: "shipping label(loud: true)") }`,
      resolvers: {
        Query: { insured: () => [{ id: '3' }, null, { id: '2' }] },
        Parcel: { premium: (given: Thing) => String(given.shipping).length + String(given.label).length / 100 },
      },
    },
  ],
  whole: whole(),
  wishes: {
    literals: { id: ['"1"', '"2"', '"3"', '"4"', '"5"'] },
    aliases: ['id', 'price', 'size', 'parts', 'fragile', 'shipping', 'label', 'owner', 'name', 'weight', 'box', 'tag'],
  },
  cases: [
    '{ parcels { shipping label premium greeting } }',
    // The client asks for the same field with other arguments than the plan needs.
    '{ parcels { price shipping } }',
    '{ parcels { price(currency: EUR) cny: price(currency: CNY) shipping premium label(loud: false) } }',
    '{ parcels { rate(on: CNY) tariff } }',
    '{ parcels { rate tariff } }',
    'query ($on: Currency = CNY) { parcels { rate(on: $on) tariff } }',
    // Aliases that are called like what is required.
    '{ parcels { price: id size: price fragile: shipping parts: tags label } }',
    '{ insured { shipping: label label: shipping premium size { weight: box { weight: height } } } }',
    '{ insured { id: premium premium: id owner { name: id id: name } greeting } }',
    'query ($c: Currency = CNY, $loud: Boolean) { parcel(id: "1") { price(currency: $c) label(loud: $loud) shipping } }',
    '{ parcel(id: "4") { motto shipping } }',
    // What one field requires is asked for under no condition of another.
    'query ($no: Boolean = false) { insured { greeting label @include(if: $no) premium @skip(if: $no) } }',
  ],
};

function whole(): TestGraph['whole'] {
  const ship = (each: Thing) =>
    shipping(price(each, { currency: 'CNY' }), weightOf(each), ((each.size as Thing).box as Thing).height);
  const text = ({ parts, fragile }: Thing, { loud }: Thing) => label(parts as Thing[], fragile) + (loud ? '!' : '');
  return {
    Query: { ...root, insured: () => [all[2], null, all[1]] },
    Parcel: {
      price,
      rate,
      tariff: (each: Thing) => rate(each, {}),
      shipping: ship,
      label: text,
      greeting: ({ owner }: Thing) => `Dear ${String((owner as Thing).name)}`,
      premium: (each: Thing) => ship(each).length + text(each, { loud: true }).length / 100,
    },
  };
}
