import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const media: readonly Thing[] = [
  { __typename: 'Book', id: 'm1', title: 'Dune', pages: 412, parts: [] },
  { __typename: 'Film', id: 'm2', title: null, minutes: 155, director: 'Villeneuve', sequel: 'm3' },
  {
    __typename: 'Film',
    id: 'm3',
    title: 'Dune 2',
    director: refuse('NO_DIRECTOR'),
    minutes: refuse('NO_MINUTES'),
    sequel: null,
  },
  { __typename: 'Book', id: 'm4', title: 'Emma', pages: null, parts: [null] },
];
const byId = ({ id }: Thing) => media.find((each) => each.id === id);
const asMedia = (thing: Thing | undefined) => thing && { ...thing, __typename: 'Media' };
const ratingsOf = ({ id }: Thing) => [{ stars: String(id).length, of: byId({ id }) }];
const shelves: readonly Thing[] = [
  { name: 'top', items: [media[0], media[1], null] },
  { name: 'low', items: [media[2], media[3]] },
];
const noteOf = ({ id }: Thing) => `note on ${String(id)}`;

/** An interface with a key, and subgraphs to which it is one object (`@interfaceObject`). */
export const interfaceObjects: TestGraph = {
  name: '@key on an interface and @interfaceObject',
  subgraphs: [
    {
      name: 'media',
      typeDefs: `
        type Query { media: [Media!]!  medium(id: ID!): Media  films: [Film] }
        interface Media @key(fields: "id") { id: ID!  title: String }
        interface Long { pages: Int }
        type Book implements Media & Long @key(fields: "id") { id: ID!  title: String  pages: Int  parts: [Media] }
        type Film implements Media @key(fields: "id") { id: ID!  title: String  minutes: Int!  director: String  sequel: Film }`,
      resolvers: {
        Query: {
          media: () => media,
          medium: (_: never, args: Thing) => byId(args) ?? null,
          films: () => media.filter(({ __typename }) => __typename === 'Film'),
        },
        Media: { __resolveReference: byId },
        Book: { __resolveReference: byId },
        Film: { __resolveReference: byId, sequel: ({ sequel }: Thing) => byId({ id: sequel }) ?? null },
      },
    },
    {
      name: 'ratings',
      typeDefs: `
        type Query { best: Media  rated: [Media] }
        type Media @key(fields: "id") @interfaceObject { id: ID!  ratings(least: Int = 0): [Rating!]!  score: Float }
        type Rating { stars: Int!  of: Media }`,
      resolvers: {
        Query: { best: () => asMedia(media[1]), rated: () => [asMedia(media[0]), null, asMedia(media[2])] },
        Media: {
          __resolveReference: ({ id }: Thing) => asMedia(byId({ id })),
          ratings: ratingsOf,
          score: ({ id }: Thing) => String(id).length / 2,
        },
        Rating: { of: ({ of }: Thing) => asMedia(of as Thing) },
      },
    },
    {
      name: 'notes',
      typeDefs: `
        type Query { shelves: [Shelf!] }
        type Shelf { name: String!  items: [Media]! }
        type Media @key(fields: "id") @interfaceObject { id: ID!  note: String }`,
      resolvers: {
        Query: {
          shelves: () =>
            shelves.map(({ name, items }) => ({
              name,
              items: (items as Thing[]).map((each) => each && { id: each.id }),
            })),
        },
        Media: { __resolveReference: (given: Thing) => given, note: noteOf },
      },
    },
  ],
  whole: {
    Query: {
      media: () => media,
      medium: (_: never, args: Thing) => byId(args) ?? null,
      films: () => media.filter(({ __typename }) => __typename === 'Film'),
      best: () => media[1],
      rated: () => [media[0], null, media[2]],
      shelves: () => shelves,
    },
    ...Object.fromEntries(
      ['Book', 'Film'].map((type) => [
        type,
        {
          ratings: ratingsOf,
          score: ({ id }: Thing) => String(id).length / 2,
          note: noteOf,
          ...(type === 'Film' ? { sequel: ({ sequel }: Thing) => byId({ id: sequel }) ?? null } : {}),
        },
      ]),
    ),
  },
  wishes: { literals: { id: ['"m1"', '"m2"', '"m3"', '"m9"'] }, aliases: ['id', 'title', 'note', 'ratings'], depth: 5 },
  cases: [
    '{ media { __typename id title score ratings { stars of { title __typename } } note } }',
    '{ best { id score } films { score __typename } }',
    '{ best { id score __typename ... on Film { minutes } } }',
    '{ rated { ratings { stars } title ... on Long { pages } } }',
    '{ shelves { name items { note ... on Book { pages score } ... on Media { ... on Film { minutes sequel { score title } } } } } }',
    '{ films { score note sequel { ratings { of { ... on Film { title } } } } } }',
    '{ media { id: title title: id note score } best { title: score } }',
    // Two fetches at once bring the same object: one of them then what it is, the other only that it is a Media.
    '{ shelves { items { ratings(least: 2) { o: of { title __typename } stars ... on Rating { of { note n: note ratings: __typename } } } } } medium(id: "m2") { n: note } }',
    '{ medium(id: "m1") { ... on Book { parts { score } score } ... on Media { ... on Media { score id } } } }',
  ],
};
