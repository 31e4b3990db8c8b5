import { buildSchema, operationFromDocument } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping';
import fc from 'fast-check';
import { parse } from 'graphql';
import { NotForFastWalk } from './response-shape';
import { createShapeAnswer } from './shape-answer';

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
];

const leaf = fc.constantFrom<unknown>(null, undefined, 'RED', 'BLUE', 'text', 1, 2.5, true, ['a'], [[1, null]], {});
const typename = fc.constantFrom<unknown>('Card', 'Door', 'Node', 'Stranger', undefined, null, 3, '');
const good = {
  __typename: fc.constant('Card'),
  kind: fc.constant('Card'),
  id: fc.string(),
  name: fc.string(),
  colour: fc.constant('RED'),
  at: fc.constant('now'),
  count: fc.integer(),
  ok: fc.boolean(),
  ratio: fc.double({ noNaN: true, noDefaultInfinity: true }),
  tags: fc.array(fc.string()),
  rows: fc.constant([[1]]),
  open: fc.boolean(),
};
const { object } = fc.letrec<{ object: Record<string, unknown> }>((tie) => ({
  object: fc.oneof(
    { weight: 3, arbitrary: fc.record({ ...good, peer: fc.option(tie('object'), { depthSize: 'small' }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...Object.fromEntries(Object.keys(good).map((key) => [key, leaf])),
        __typename: typename,
        peer: fc.oneof(leaf, tie('object')),
      }),
    },
  ),
}));
const list = fc.oneof(
  { weight: 4, arbitrary: fc.array(object, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(object, leaf), { maxLength: 3 }) as never },
);
const input = fc.record(
  { node: fc.oneof(object, leaf), card: object, cards: list, a: list, things: list, constructor: list },
  { requiredKeys: ['card'] },
);

describe('the fast walk', () => {
  it.each(documents)('answers as the library does, whatever subgraphs have sent: %s', (text) => {
    const operation = operationFromDocument(schema, parse(text), { validate: false });
    const shape = createShapeAnswer(operation);
    const variables = { yes: true };
    const outcome = (compute: (input: Record<string, unknown>) => ReturnType<typeof shape>, values: unknown) => {
      try {
        const { data, errors } = compute(JSON.parse(JSON.stringify(values)) as Record<string, unknown>);
        return JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) });
      } catch (error) {
        return String(error);
      }
    };
    const own = (input: Record<string, unknown>) =>
      computeResponse({ operation, variables, input, introspectionHandling: () => 'introspected' });
    fc.assert(
      fc.property(input, (values) =>
        expect(outcome((given) => shape(given, variables), values)).toBe(outcome(own, values)),
      ),
      { numRuns: 300 },
    );
  });

  it('has nothing to do with introspection, nor with names that every object has', () => {
    for (const text of ['{ __schema { queryType { name } } card { id } }', '{ constructor: cards { id } }']) {
      expect(() => createShapeAnswer(operationFromDocument(schema, parse(text), { validate: false }))).toThrow(
        NotForFastWalk,
      );
    }
  });
});
