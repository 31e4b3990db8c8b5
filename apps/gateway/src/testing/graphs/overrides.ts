import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const users: readonly Thing[] = [
  { id: 'u1', name: 'Ming', email: 'ming@example.com', plan: { name: 'gold', until: 2030 }, points: 5 },
  { id: 'u2', name: 'Wei', email: null, plan: null, points: refuse('NO_POINTS') },
];
const byId = ({ id }: Thing) => users.find((each) => each.id === id);
const stale = ({ id }: Thing) => ({ id, name: 'stale', email: 'stale', points: -1, plan: { name: 'stale', until: 0 } });

/** `@override`, plain and by a label: what was overridden answers otherwise, so that it is found out when it is asked. */
export function overrides(labels: readonly string[]): TestGraph {
  const on = labels.includes('percent(40)');
  return {
    name: `@override, with the label ${on ? 'on' : 'off'}`,
    labels,
    subgraphs: [
      {
        name: 'old',
        typeDefs: `
          type Query { users: [User!]! }
          type User @key(fields: "id") { id: ID!  name: String  email: String  points: Int  plan: Plan }
          type Plan @shareable { name: String! until: Int }`,
        resolvers: {
          Query: { users: () => users.map((each) => ({ ...stale(each), ...(on ? {} : { points: each.points }) })) },
          User: {
            __resolveReference: (given: Thing) => ({ ...stale(given), ...(on ? {} : { points: byId(given)?.points }) }),
          },
        },
      },
      {
        name: 'new',
        typeDefs: `
          type Query { first: User }
          type User @key(fields: "id") {
            id: ID!
            name: String @override(from: "old")
            email: String @override(from: "old")
            plan: Plan @override(from: "old")
            points: Int @override(from: "old", label: "percent(40)") }
          type Plan @shareable { name: String! until: Int }`,
        resolvers: {
          Query: { first: () => ({ ...users[0], ...(on ? {} : { points: -1 }) }) },
          User: { __resolveReference: (given: Thing) => ({ ...byId(given), ...(on ? {} : { points: -1 }) }) },
        },
      },
    ],
    whole: { Query: { users: () => users, first: () => users[0] } },
    wishes: { aliases: ['id', 'name', 'points'] },
    cases: [
      '{ users { name email points plan { name until } } first { points name id } }',
      '{ first { points: id id: points } }',
    ],
  };
}
