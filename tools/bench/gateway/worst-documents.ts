import { getIntrospectionQuery } from 'graphql';

/** A request that is made to keep a gateway busy. */
export interface WorstRequest {
  readonly what: string;
  /** The text of its document, under a name that was not there before, so that nothing of it is remembered. */
  readonly query: (name: string) => string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Introspection is off in production. */
  readonly inDevelopmentOnly?: true;
}

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const card = 'edges { node { id displayName bindings { id status requiredProofs { action } device { id name } } } }';
const deep = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${deep(depth - 1)} }`);
const copies = (count: number, depth: number): string =>
  depth === 0 ? 'id' : times(count, () => `session { device { ${copies(1, depth - 1)} } }`);

/** What every other is compared with: a screen that opens. */
export const plainRequest: WorstRequest = {
  what: 'a plain one',
  query: (name) =>
    `query ${name} { viewer { id displayName waiting { subject deadline title } inbox(first: 5) { unreadCount edges { node { id title sentAt } } } } }`,
};

/** Each as large as the limits let it be, or past one of them; by what it is large in. */
export const worstRequests: readonly WorstRequest[] = [
  { what: 'aliases of a leaf', query: (name) => `query ${name} { viewer { ${times(248, (i) => `a${i}: id`)} } }` },
  {
    what: 'aliases with fields',
    query: (name) => `query ${name} { viewer { ${times(124, (i) => `a${i}: session { id }`)} } }`,
  },
  {
    what: 'aliases over two subgraphs',
    query: (name) => `query ${name} { viewer { ${times(9, (i) => `a${i}: cards(first: 1) { ${card} }`)} } }`,
  },
  {
    what: 'aliases over two subgraphs, too many',
    query: (name) => `query ${name} { viewer { ${times(19, (i) => `a${i}: cards(first: 1) { ${card} }`)} } }`,
  },
  {
    what: 'aliases over all subgraphs',
    query: (name) =>
      `query ${name} { ${times(5, (i) => `a${i}: node(id: "${i}") { ${times(2, (j) => `... on Card { b${j}: alerts(first: 1) { edges { node { id } } } c${j}: bindings { requiredProofs { action } device { id name } } }`)} ... on Account { inbox(first: 1) { unreadCount } } }`)} }`,
  },
  {
    what: 'the same field with fields',
    query: (name) => `query ${name} { viewer { ${times(32, () => 'x: session { id }')} } }`,
  },
  { what: 'the same fields in one another', query: (name) => `query ${name} { viewer { ${copies(12, 3)} } }` },
  {
    what: 'the same field with a long argument',
    query: (name) => {
      const ids = times(40, (i) => `"${i}"`);
      return `query ${name} { ${times(4, () => `nodes(ids: [${ids}]) { id }`)} viewer { ${times(30, () => `x: cards(first: 1, after: "${'y'.repeat(150)}") { __typename }`)} } }`;
    },
  },
  {
    what: 'fragments without a name',
    query: (name) => `query ${name} { viewer { ${times(32, () => '... { id ... { x: displayName } }')} } }`,
  },
  {
    what: 'fragments without a name, in one another',
    query: (name) => `query ${name} { viewer { ${'... { '.repeat(245)} id ${'} '.repeat(245)} } }`,
  },
  {
    what: 'conditions on types',
    query: (name) =>
      `query ${name} { node(id: "x") { ${times(44, (i) => `... on Card { a${i}: id b${i}: displayName }`)} } }`,
  },
  {
    what: 'fragments with a name',
    query: (name) =>
      `query ${name} { viewer { ${times(44, (i) => `...F${i}`)} } } ${times(44, (i) => `fragment F${i} on Account { a${i}: id b${i}: session { id } }`)}`,
  },
  {
    what: 'fragments that spread each other twice',
    query: (name) =>
      `query ${name} { viewer { ...F0 } } ${times(60, (i) => `fragment F${i} on Account { ...F${i + 1} ...F${i + 1} }`)} fragment F60 on Account { id }`,
  },
  {
    what: 'fragments that spread each other here and inside',
    query: (name) =>
      `query ${name} { viewer { ...F0 } } ${times(20, (i) => `fragment F${i} on Account { ...F${i + 1} ... on Account { ...F${i + 1} } }`)} fragment F20 on Account { id }`,
  },
  {
    what: 'fragments that spread all others',
    query: (name) =>
      `query ${name} { viewer { ...F0 } } ${times(22, (i) => `fragment F${i} on Account { id session { ...S${i} } ${times(21 - i, (j) => `...F${i + j + 1}`)} } fragment S${i} on Session { id }`)}`,
  },
  {
    what: 'operations',
    query: (name) => `query ${name} { viewer { id } } ${times(123, (i) => `query Q${i} { viewer { id } }`)}`,
  },
  {
    what: 'operations that spread the same',
    query: (name) =>
      `query ${name} { ...F0 } ${times(8, (i) => `query Q${i}($v: Int) { ...F0 }`)} ${times(8, (i) => `fragment F${i} on Query { viewer { a${i}: id } ...F${i + 1} }`)} fragment F8 on Query { __typename }`,
  },
  {
    what: 'variables',
    query: (name) =>
      `query ${name}(${times(190, (i) => `$v${i}: ID!`)}) { nodes(ids: [${times(190, (i) => `$v${i}`)}]) { id } }`,
    variables: Object.fromEntries(Array.from({ length: 190 }, (_, index) => [`v${index}`, 'x'])),
  },
  {
    what: 'conditions by variables',
    query: (name) =>
      `query ${name}(${times(110, (i) => `$v${i}: Boolean!`)}) { viewer { ${times(110, (i) => `a${i}: id @skip(if: $v${i})`)} } }`,
    variables: Object.fromEntries(Array.from({ length: 110 }, (_, index) => [`v${index}`, index % 2 === 0])),
  },
  {
    what: 'two conditions over much',
    query: (name) =>
      `query ${name}($a: Boolean!, $b: Boolean!) { viewer { ${times(120, (i) => `a${i}: session @skip(if: $${i % 2 ? 'a' : 'b'}) { id }`)} } }`,
    variables: { a: false, b: false },
  },
  {
    what: 'directives',
    query: (name) => `query ${name} { viewer { ${times(190, (i) => `a${i}: id @include(if: true)`)} } }`,
  },
  {
    what: 'a list in a list',
    query: (name) => `query ${name} { node(id: ${'['.repeat(950)} ${']'.repeat(950)}) { id } }`,
  },
  {
    what: 'an object of many fields',
    query: (name) => `mutation ${name} { logIn(input: { ${times(480, (i) => `k${i}: 1`)} }) { __typename } }`,
  },
  {
    what: 'fields that are not there',
    query: (name) => `query ${name} { viewer { ${times(240, (i) => `displayNme${i} `)} } }`,
  },
  {
    what: 'types that are not there',
    query: (name) => `query ${name} { node(id: "x") { ${times(44, (i) => `... on Acount${i} { id }`)} } }`,
  },
  {
    what: 'mistakes far down',
    query: (name) => `query ${name} { viewer { ${'\n'.repeat(7_800)} ${times(10, (i) => `no${i}`)} } }`,
  },
  { what: 'an error far down', query: (name) => `query ${name} { viewer { ${'\n'.repeat(7_900)} ! } }` },
  { what: 'comments', query: (name) => `query ${name} { viewer { id } } ${'#\n'.repeat(3_950)}` },
  {
    what: 'a text in lines',
    query: (name) => `query ${name} { node(id: """${'\n x'.repeat(2_600)}""") { id } }`,
  },
  { what: 'a long name', query: (name) => `query ${name} { viewer { ${'x'.repeat(7_900)}: id } }` },
  {
    what: 'characters',
    query: (name) => `query ${name} { viewer { id } } ${'#\n'.repeat(30_000)}`,
  },
  {
    what: 'values, as many as there may be',
    query: (name) => `query ${name}($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
    variables: { ids: Array.from({ length: 1_990 }, () => 'x') },
  },
  {
    what: 'a list of many values',
    query: (name) => `query ${name}($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
    variables: { ids: Array.from({ length: 15_000 }, () => 'x') },
  },
  {
    what: 'many values that do not fit',
    query: (name) => `query ${name}($ids: [ID!]!) { nodes(ids: $ids) { id } }`,
    variables: { ids: Array.from({ length: 20_000 }, () => ({})) },
  },
  {
    what: 'values in one another',
    query: (name) => `query ${name}($id: ID!) { node(id: $id) { id } }`,
    variables: { id: JSON.parse(`${'['.repeat(3_000)}1${']'.repeat(3_000)}`) as unknown },
  },
  {
    what: 'an object of many keys',
    query: (name) => `mutation ${name}($input: LogInInput!) { logIn(input: $input) { __typename } }`,
    variables: { input: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key${index}`, 1])) },
  },
  {
    what: 'introspection, whole',
    query: (name) => getIntrospectionQuery().replace('IntrospectionQuery', name),
    inDevelopmentOnly: true,
  },
  {
    what: 'introspection, five times',
    query: (name) =>
      `query ${name} { ${times(5, (i) => `a${i}: __schema { types { ...T } }`)} } fragment T on __Type { name fields { name type { name ${deep(5)} } args { name type { name } } } }`,
    inDevelopmentOnly: true,
  },
  {
    what: 'introspection, fields of types of fields',
    query: (name) =>
      `query ${name} { __schema { types { ${times(8, (i) => `a${i}: fields { type { ${times(3, (j) => `b${j}: fields { name }`)} } }`)} } } }`,
    inDevelopmentOnly: true,
  },
];
