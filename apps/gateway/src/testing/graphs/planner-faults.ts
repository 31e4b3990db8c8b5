import type { TestGraph, Thing } from '../oracle/test-graph';

const parcel: Thing = { id: '1', weight: 7 };
const slip = (weight: unknown) => `${String(weight)} kg`;

/** A field that requires one which itself requires another, asked of the subgraph that has the one in the middle. */
const requiredOfRequired: TestGraph = {
  name: '@requires of what is required, from its own subgraph',
  subgraphs: [
    {
      name: 'depot',
      typeDefs: `
        type Query { parcel: Parcel }
        type Parcel @key(fields: "id") { id: ID!  weight: Int }`,
      resolvers: { Query: { parcel: () => parcel }, Parcel: { __resolveReference: () => parcel } },
    },
    {
      name: 'post',
      typeDefs: `
        type Query { posted: Parcel }
        type Parcel @key(fields: "id") { id: ID!  weight: Int @external  slip: String @requires(fields: "weight") }`,
      resolvers: { Query: { posted: () => ({ id: '1' }) }, Parcel: { slip: ({ weight }: Thing) => slip(weight) } },
    },
    {
      name: 'insurance',
      typeDefs: `
        type Parcel @key(fields: "id") { id: ID!  slip: String @external  premium: Int @requires(fields: "slip") }`,
      resolvers: { Parcel: { premium: ({ slip: given }: Thing) => String(given).length } },
    },
  ],
  whole: {
    Query: { parcel: () => parcel, posted: () => parcel },
    Parcel: { slip: ({ weight }: Thing) => slip(weight), premium: ({ weight }: Thing) => slip(weight).length },
  },
  cases: [
    '{ parcel { slip premium } }',
    '{ posted { slip } }',
    {
      query: '{ posted { premium } }',
      differs: 'the planner asks post for the slip at once, without the weight that it requires',
    },
  ],
};

const medium: Thing = { __typename: 'Book', id: '1', title: 'Dune' };

/** A requirement of one subgraph to which an interface is an object, asked below a condition on a type that another such subgraph does not know. */
const requiredOfInterface: TestGraph = {
  name: '@requires on an @interfaceObject',
  subgraphs: [
    {
      name: 'media',
      typeDefs: `
        type Query { medium: Media }
        interface Media @key(fields: "id") { id: ID!  title: String }
        type Book implements Media @key(fields: "id") { id: ID!  title: String }`,
      resolvers: {
        Query: { medium: () => medium },
        Media: { __resolveReference: () => medium },
        Book: { __resolveReference: () => medium },
      },
    },
    {
      name: 'ratings',
      typeDefs: `
        type Query { best: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID!  score: Int }`,
      resolvers: {
        Query: { best: () => ({ id: '1', score: 5 }) },
        Media: { __resolveReference: () => ({ id: '1', score: 5 }) },
      },
    },
    {
      name: 'notes',
      typeDefs: `
        type Media @key(fields: "id") @interfaceObject { id: ID!  title: String @external  note: String @requires(fields: "title") }`,
      resolvers: { Media: { note: ({ title }: Thing) => `on ${String(title)}` } },
    },
  ],
  whole: {
    Query: { medium: () => medium, best: () => medium },
    Book: { score: () => 5, note: ({ title }: Thing) => `on ${String(title)}` },
  },
  planningMs: 1_000,
  cases: [
    '{ medium { note score ... on Book { note } } }',
    '{ best { note score } }',
    {
      query: '{ best { ... on Book { note } } }',
      differs: 'the planner follows a circle, until its list is too long for an array after some ten seconds',
    },
  ],
};

/** Where the plans themselves are wrong or are not made, in a way that nothing around the planner can mend. A test says when one of them is. */
export const plannerFaults: readonly TestGraph[] = [requiredOfRequired, requiredOfInterface];
