import { buildSchema, operationFromDocument } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping';
import fc from 'fast-check';
import { parse } from 'graphql';
import { rememberOperations, shapeFast } from './install-fast-paths';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  scalar DateTime
  interface Node { id: ID! }
  type Card implements Node { id: ID! name: String colour: Colour! at: DateTime count: Int ok: Boolean! ratio: Float peer: Node tags: [String!] rows: [[Int]] }
  type Door implements Node { id: ID! open: Boolean }
  union Thing = Card | Door
  type Query { node: Node things: [Thing!] cards: [Card]! card: Card! }
`);

const documents = [
  '{ card { id name colour at count ok ratio tags rows } }',
  '{ node { __typename kind: __typename id ... on Card { name peer { id ... on Door { open } } } ... on Door { open } } }',
  '{ things { __typename ... on Node { id } ... on Card { colour } } cards { id } }',
  '{ a: cards { id } ...More } fragment More on Query { a: cards { name peer { id } } things { ... on Card { tags } } }',
  'query ($yes: Boolean!, $no: Boolean = false) { card @include(if: $yes) { id name @skip(if: $yes) count @include(if: $no) } cards @skip(if: true) { id } things @include(if: true) { __typename } }',
  '{ constructor: cards { id } }',
  '{ __schema { queryType { name } } card { id } }',
];

const leaf = fc.constantFrom<unknown>(null, undefined, 'RED', 'BLUE', 'text', 1, 2.5, true, ['a'], [[1, null]], {});
const typename = fc.constantFrom<unknown>('Card', 'Door', 'Node', 'Stranger', undefined, null, 3, '');
const good = { __typename: fc.constant('Card'), kind: fc.constant('Card'), id: fc.string(), name: fc.string(), colour: fc.constant('RED'), at: fc.constant('now'), count: fc.integer(), ok: fc.boolean(), ratio: fc.double({ noNaN: true, noDefaultInfinity: true }), tags: fc.array(fc.string()), rows: fc.constant([[1]]), open: fc.boolean() };
const { object } = fc.letrec<{ object: Record<string, unknown> }>((tie) => ({
  object: fc.oneof(
    { weight: 3, arbitrary: fc.record({ ...good, peer: fc.option(tie('object'), { depthSize: 'small' }) }) },
    { weight: 2, arbitrary: fc.record({ ...Object.fromEntries(Object.keys(good).map((key) => [key, leaf])), __typename: typename, peer: fc.oneof(leaf, tie('object')) }) },
  ),
}));
const list = fc.oneof({ weight: 4, arbitrary: fc.array(object, { maxLength: 4 }) }, { weight: 1, arbitrary: fc.array(fc.oneof(object, leaf), { maxLength: 3 }) as never });
const input = fc.record({ node: fc.oneof(object, leaf), card: object, cards: list, a: list, things: list, constructor: list }, { requiredKeys: ['card'] });

describe('the fast walk', () => {
  const fast = shapeFast(computeResponse);

  it.each(documents)('answers as the library does, whatever subgraphs have sent: %s', (text) => {
    const operation = operationFromDocument(schema, parse(text), { validate: false });
    const outcome = (compute: typeof computeResponse, values: unknown) => {
      try {
        const { data, errors } = compute({ operation, variables: { yes: true }, input: JSON.parse(JSON.stringify(values)) as Record<string, unknown>, introspectionHandling: () => 'introspected' });
        return JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) });
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(fc.property(input, (values) => expect(outcome(fast, values)).toBe(outcome(computeResponse, values))), { numRuns: 300 });
  });

  it('walks clean answers itself', () => {
    const never = jest.fn();
    const operation = operationFromDocument(schema, parse(documents[0]!), { validate: false });
    const card = { id: '1', name: null, colour: 'RED', at: 3, count: 1, ok: true, ratio: 1.5, tags: ['a'], rows: [[1]] };
    expect(shapeFast(never)({ operation, input: { card: { ...card, other: 1 } }, introspectionHandling: never })).toEqual({ data: { card }, errors: [] });
    expect(never).not.toHaveBeenCalled();
  });
});

describe('operations', () => {
  it('are read once for a document and a schema', () => {
    const read = jest.fn(operationFromDocument);
    const remembered = rememberOperations(read);
    const document = parse(documents[0]!);
    const first = remembered(schema, document, { validate: false });
    expect(remembered(schema, { ...document }, { validate: false })).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    expect(remembered(buildSchema('type Query { card: Card! } type Card { id: ID! name: String colour: String at: Int count: Int ok: Boolean ratio: Float tags: [String] rows: [[Int]] }'), document, { validate: false })).not.toBe(first);
  });
});
