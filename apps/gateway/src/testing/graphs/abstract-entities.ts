import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const user: Thing = { __typename: 'User', id: 'u1', name: 'Ada', age: 36, size: 170, pet: 'p1' };
const team: Thing = {
  __typename: 'Team',
  id: 't1',
  name: null,
  members: [user],
  size: 'XL',
  seats: [[user, null], []],
};
const robot: Thing = { __typename: 'Robot', serial: 'r1', name: 'R2', size: 2.5, power: refuse('NO_POWER') };
const dog: Thing = { __typename: 'Dog', id: 'p1', name: 'Rex', owner: 'u1', size: true, legs: null };
const things: readonly Thing[] = [user, team, robot, dog];
const byKey = ({ id, serial }: Thing) => things.find((each) => (id ? each.id === id : each.serial === serial));
const badges: Readonly<Record<string, unknown>> = { u1: ['a', 'b'], t1: [], p1: refuse('NO_BADGES') };
const badgesOf = ({ id }: Thing) => {
  const found = badges[String(id)];
  return typeof found === 'function' ? (found as () => unknown)() : found;
};
const feed = [user, robot, null, dog, team];

/** Unions and interfaces of entities, of which each subgraph knows some members; conditions in one another; one name for different fields. */
export const abstractEntities: TestGraph = {
  name: 'entities behind unions and interfaces',
  subgraphs: [
    {
      name: 'names',
      typeDefs: `
        type Query { node(id: ID!): Node  actors: [Actor!]!  feed: [Entry]  grid: [[Actor!]]! }
        interface Node { id: ID! }
        interface Named { name: String }
        interface Animal implements Node & Named { id: ID!  name: String  legs: Int }
        union Actor = User | Team | Robot
        union Entry = User | Team | Robot | Dog
        type User implements Node & Named @key(fields: "id") { id: ID!  name: String!  age: Int  size: Int }
        type Team implements Node & Named @key(fields: "id") { id: ID!  name: String  members: [Node!]  size: String }
        type Robot implements Named @key(fields: "serial") { serial: ID!  name: String  size: Float  power: Int! }
        type Dog implements Animal & Node & Named @key(fields: "id") { id: ID!  name: String  legs: Int  size: Boolean! }`,
      resolvers: {
        Query: {
          node: (_: never, args: Thing) => byKey(args) ?? null,
          actors: () => [user, robot, team],
          feed: () => feed,
          grid: () => [[user], null, [team, robot]],
        },
        ...references(['User', 'Team', 'Robot', 'Dog']),
      },
    },
    {
      name: 'links',
      typeDefs: `
        type Query { latest: Node  owners: [Owner] }
        interface Node { id: ID! }
        union Owner = User | Dog
        type User implements Node @key(fields: "id") { id: ID!  pet: Dog  badges: [String!] }
        type Team implements Node @key(fields: "id") { id: ID!  seats: [[User]!]  badges: [String!] }
        type Dog implements Node @key(fields: "id") { id: ID!  owner: Owner  badges: [String!] }`,
      resolvers: {
        Query: { latest: () => team, owners: () => [dog, user, null] },
        ...links(references(['User', 'Team', 'Dog'])),
      },
    },
    {
      name: 'robots',
      typeDefs: `
        type Query { lost: Robot }
        interface Found { place: String!  by: Found }
        type Robot implements Found @key(fields: "serial") { serial: ID!  place: String!  by: Found }
        type Drone implements Found { place: String!  by: Found  height: Int }`,
      resolvers: {
        Query: { lost: () => robot },
        Robot: {
          __resolveReference: byKey,
          place: () => 'desert',
          by: () => ({ __typename: 'Drone', place: 'sky', height: 3, by: robot }),
        },
      },
    },
  ],
  whole: {
    Query: {
      node: (_: never, args: Thing) => byKey(args) ?? null,
      actors: () => [user, robot, team],
      feed: () => feed,
      grid: () => [[user], null, [team, robot]],
      latest: () => team,
      owners: () => [dog, user, null],
      lost: () => robot,
    },
    ...links({ User: {}, Team: {}, Dog: {} }),
    Robot: { place: () => 'desert', by: () => ({ __typename: 'Drone', place: 'sky', height: 3, by: robot }) },
  },
  wishes: {
    literals: { id: ['"u1"', '"t1"', '"p1"', '"x"'] },
    aliases: ['id', 'name', 'serial', 'size', 'badges', 'owner'],
  },
  cases: [
    '{ node(id: "u1") { ... on Named { ... on User { age badges } } } }',
    '{ node(id: "p1") { ... on Node { id ... on Animal { legs ... on Dog { badges owner { ... on User { name } } } } } } }',
    // The same condition twice: keys stand in the order in which they are first asked for.
    '{ node(id: "u1") { ... on User { age } id ... on User { name pet { name } } } }',
    '{ feed { __typename ... on User { size } ... on Team { size } ... on Robot { size } ... on Dog { size } } }'.replace(
      /size/g,
      (_, at: number) => `s${at}: size`,
    ),
    '{ actors { ... on User { x: id badges } ... on Team { x: id seats { name age pet { badges } } } ... on Robot { x: serial place power } } }',
    '{ owners { ... on Dog { owner { ... on Node { id ... on Named { name } } } } ... on User { pet { legs } } } latest { ... on Team { members { ... on User { pet { name } } } } } }',
    '{ grid { ... on Named { name } ... on Robot { by { place ... on Drone { height by { ... on Robot { name } } } } } } lost { name by { by { place } } } }',
    '{ feed { ... on Node { id: __typename } ... on Named { name ... on Node { badge: id ... on User { badges } } } } }',
    'query ($a: Boolean!, $b: Boolean = true) { node(id: "u1") { id ... on User @include(if: $a) { pet @skip(if: $b) { name } badges } ... on User { badges @skip(if: $a) age } } }'.replace(
      '$a: Boolean!',
      '$a: Boolean = false',
    ),
  ],
};

function references(types: readonly string[]): Record<string, Record<string, (thing: Thing) => unknown>> {
  return Object.fromEntries(types.map((type) => [type, { __resolveReference: byKey }]));
}

function links(types: Record<string, Record<string, (thing: Thing) => unknown>>): TestGraph['whole'] {
  return {
    ...types,
    User: { ...types.User, badges: badgesOf, pet: () => dog },
    Team: { ...types.Team, badges: badgesOf, seats: () => [[user, null], []] },
    Dog: { ...types.Dog, badges: badgesOf, owner: () => user },
  };
}
