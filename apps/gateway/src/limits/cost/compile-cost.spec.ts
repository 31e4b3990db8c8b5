import { buildASTSchema, getOperationAST, parse } from 'graphql';
import { compileCost } from './compile-cost';
import { readCostWeights } from './cost-weights';

const sdl = `
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    one: Card
    some: [Card]
    hundred: [Card] @listSize(assumedSize: 100)
    page(first: Int = 20, last: Int): Page @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    dear(word: String @cost(weight: 7)): Card @cost(weight: 50)
    asked: [Card] @cost(weight: 50) @listSize(assumedSize: 4)
    heavy: Heavy
  }
  type Mutation { logIn: Card @cost(weight: 6000) }
  type Page { edges: [Edge] extra: [Card] }
  type Edge { node: Card }
  type Card { id: ID doors: [String] bindings: [Card] }
  type Heavy @cost(weight: 30) { id: ID }`;

const weights = readCostWeights(sdl);
const schema = buildASTSchema(parse(sdl));

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return compileCost(schema, weights, document, getOperationAST(document)!)(variables);
}

describe('the cost of an operation', () => {
  it.each([
    ['{ one { id } }', 1],
    ['{ one { id doors } other: one { id } }', 2],
    ['{ some { id } }', 5],
    ['{ hundred { bindings { id } } }', 600],
    ['{ heavy { id } }', 30],
    ['{ dear { id } }', 50],
    ['{ asked { bindings { id } } }', 70],
    ['{ dear(word: "x") { id } }', 57],
    ['mutation { logIn { id } }', 6010],
    ['{ one { ...A } } fragment A on Card { ... on Card { bindings { id } } }', 6],
  ])('%s is %d points', (text, points) => expect(costOf(text)).toBe(points));

  it.each([
    ['{ page(first: 3) { edges { node { id } } } }', {}, 7],
    ['{ page { edges { node { id } } } }', {}, 41],
    ['query A($n: Int) { page(first: $n) { edges { node { id } } } }', { n: 100 }, 201],
    ['query A($n: Int = 2) { page(first: $n) { edges { node { id } } } }', {}, 5],
    ['query A($toString: Int = 100) { page(first: $toString) { edges { node { id } } } }', {}, 201],
    ['query A($n: Int) { page(first: $n) { edges { node { id } } } }', {}, 41],
    ['query A($n: Int) { page(first: 3, last: $n) { edges { node { id } } } }', { n: 4 }, 9],
    ['query A($n: Int) { page(first: $n) { ...P } } fragment P on Page { edges { node { id } } }', { n: 4 }, 9],
    ['{ page(first: 3) { extra { id } } }', {}, 6],
  ])('%s with %j goes by the size that was asked for: %d', (text, variables, points) =>
    expect(costOf(text, variables)).toBe(points),
  );

  it.each([-5, 'many', null, Number.NaN])('takes a size that is no count (%j) for the usual one or none', (n) => {
    expect([1, 41]).toContain(costOf('query A($n: Int) { page(first: $n) { edges { node { id } } } }', { n }));
  });

  it.each(['Page', 'Card'])('works each fragment on %s out once, however often fragments spread each other', (type) => {
    const field = type === 'Page' ? 'page(first: $n)' : 'one';
    const leaf = type === 'Page' ? 'edges { node { id } }' : 'bindings { id }';
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on ${type} { ...F${index + 1} ...F${index + 1} }`,
    );
    const points = costOf(
      `query A($n: Int) { ${field} { ...F0 } } ${fragments.join(' ')} fragment F60 on ${type} { ${leaf} }`,
      { n: 3 },
    );
    expect(points).toBeGreaterThan(2 ** 60);
  });
});
