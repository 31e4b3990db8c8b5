import { refuse } from '../oracle/refuse';
import type { TestGraph, Thing } from '../oracle/test-graph';

const cells: readonly Thing[] = [
  {
    id: 'c1',
    value: 1,
    must: 'yes',
    inner: { must: 'in', maybe: null },
    rows: [[1, null], null],
    strict: [[1], [2, 3]],
    late: 'l',
    lateMust: 'm',
    deep: [{ must: 'x' }],
  },
  {
    id: 'c2',
    value: null,
    must: 'yes',
    inner: null,
    rows: null,
    strict: refuse('NO_STRICT'),
    late: refuse('NO_LATE'),
    lateMust: 'm',
    deep: [{ must: refuse('NO_DEEP') }, { must: 'y' }],
  },
  {
    id: 'c3',
    value: refuse('NO_VALUE'),
    must: refuse('NO_MUST'),
    inner: { must: refuse('NO_INNER'), maybe: 1 },
    rows: [],
    strict: [],
    late: null,
    lateMust: refuse('NO_LATE_MUST'),
    deep: [],
  },
];
const byId = ({ id }: Thing) => cells.find((each) => each.id === id);
const roots = {
  cells: () => cells,
  some: () => [cells[0], null, cells[2]],
  strict: () => [cells[0], cells[1]],
  nested: () => [[cells[0], cells[2]], [cells[1]], null],
  cell: (_: never, args: Thing) => byId(args) ?? null,
  count: refuse('NO_COUNT'),
};
const neighbours = ({ id }: Thing) => cells.filter((each) => each.id !== id);

/** Nulls that go up through lists and objects, within a subgraph and over its edge, and resolvers that throw. */
export const nullability: TestGraph = {
  name: 'nulls and resolvers that throw',
  subgraphs: [
    {
      name: 'early',
      typeDefs: `
        type Query { cells: [Cell]!  some: [Cell]  strict: [Cell!]  nested: [[Cell!]]  cell(id: ID!): Cell  count: Int }
        type Cell @key(fields: "id") { id: ID!  value: Int  must: String!  inner: Inner  rows: [[Int]]  strict: [[Int!]!]! }
        type Inner { must: String!  maybe: Int }`,
      resolvers: { Query: roots, Cell: { __resolveReference: byId } },
    },
    {
      name: 'late',
      typeDefs: `
        type Query { last: Cell! }
        type Cell @key(fields: "id") { id: ID!  late: String  lateMust: String!  deep: [Deep!]  neighbours: [Cell!]! }
        type Deep { must: String! }`,
      resolvers: { Query: { last: () => cells[0] }, Cell: { __resolveReference: byId, neighbours } },
    },
  ],
  whole: { Query: { ...roots, last: () => cells[0] }, Cell: { neighbours } },
  wishes: { literals: { id: ['"c1"', '"c2"', '"c3"', '"c9"'] }, aliases: ['id', 'must', 'late'] },
  cases: [
    '{ cells { id value late } }',
    '{ cells { must lateMust } some { inner { must maybe } } }',
    '{ some { late deep { must } } cell(id: "c2") { deep { must } late } }',
    '{ strict { strict } nested { must id late } }',
    '{ nested { lateMust } count last { neighbours { id lateMust } } }',
    '{ cell(id: "c9") { late } last { rows strict late neighbours { rows } } }',
    'query ($f: Boolean = false, $o: Boolean! = false) { cell(id: "c1") { id deep @include(if: $f) { must @include(if: $o) } } }',
    {
      query:
        'query ($f: Boolean = false, $o: Boolean! = false) { cell(id: "c1") { id neighbours @include(if: $f) { late @include(if: $o) } } }',
      variables: { f: true, o: false },
    },
    { query: 'query ($x: Boolean = true) { count @include(if: $x) }', variables: { x: null } },
    {
      query: 'query ($x: Boolean = true) { cell(id: "c1") { late @include(if: $x) } }',
      variables: { x: null },
      differs:
        'a null for a condition is a fault of the request, wherever the condition stands: nothing of it is executed',
    },
  ],
};
