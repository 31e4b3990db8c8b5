import { buildSchema, operationFromDocument } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping';
import fc from 'fast-check';
import { parse } from 'graphql';

import { namesAsAsked } from '../../testing/names-as-asked';
import { readClientOperation } from '../operation/client-operation';
import { conditionsOf } from '../operation/condition-values';
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

const leaf = fc.constantFrom<unknown>(null, undefined, 'RED', 'BLUE', 'text', 1, 2.5, true, ['a'], [[1, null]], {
  __typename: 'Door',
});
/** Not Node, nor nothing: then the library answers a part of what was asked, for whatever type it may be. */
const typename = fc.constantFrom<unknown>('Card', 'Door', 'Stranger', null, 3);
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
        peer: fc.oneof(
          leaf.filter((value) => !Array.isArray(value)),
          tie('object'),
        ),
      }),
    },
  ),
}));
/** A list in the place of an object has no type either. */
const noObject = leaf.filter((value) => !Array.isArray(value));
const list = fc.oneof(
  { weight: 4, arbitrary: fc.array(object, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(object, noObject), { maxLength: 3 }) as never },
);
const input = fc.record(
  { node: fc.oneof(object, noObject), card: object, cards: list, a: list, things: list, constructor: list },
  { requiredKeys: ['card'] },
);

/** The library names the type of the fragment around, ours that of the object. */
const fieldOfType = /(?<=field )\w+\./;

const graph = schema.toGraphQLJSSchema();

function shapeOf(text: string) {
  const asked = { ...readClientOperation(graph, parse(text)), sourceName: namesAsAsked.sourceName };
  const conditions = conditionsOf(asked);
  return (input: Record<string, unknown>, variables: Record<string, unknown>) =>
    createShapeAnswer(asked, conditions.read(variables))(input, variables);
}

describe('the shape of an answer', () => {
  it.each(documents)('is as the library makes it, whatever subgraphs have sent: %s', (text) => {
    const operation = operationFromDocument(schema, parse(text), { validate: false });
    const shape = shapeOf(text);
    const variables = { yes: true };
    const outcome = (
      compute: (input: Record<string, unknown>) => ReturnType<typeof computeResponse>,
      values: unknown,
    ) => {
      try {
        const { data, errors } = compute(JSON.parse(JSON.stringify(values)) as Record<string, unknown>);
        // The library comes twice to what is asked for twice, so its errors have another order.
        const told = errors
          // What is absent is null here without a word; the library tells of it. The test below has both.
          .filter(({ message }) => !message.startsWith('Cannot return null'))
          .map(({ message, path }) => `${message.replace(fieldOfType, '')} at ${path?.join('.')}`);
        return JSON.stringify({ data, errors: told.sort() });
      } catch (error) {
        // Of several values that no answer can be made of it is the first one, and the order is another.
        return String(error).replace(/(?<=Invalid non-).*/, '');
      }
    };
    const own = (input: Record<string, unknown>) =>
      computeResponse({ operation, variables, input, introspectionHandling: () => 'introspected' });
    const ours = (input: Record<string, unknown>) => {
      const { data, errors } = shape(input, variables);
      return { data, errors: [...errors] };
    };
    fc.assert(
      fc.property(input, (values) => expect(outcome(ours, values)).toBe(outcome(own, values))),
      { numRuns: 300 },
    );
  });

  it('is null for what is absent without a word, and tells of a null that may not be', () => {
    const shape = shapeOf('{ cards { id } }');
    const { data, errors } = shape({ cards: [{ __typename: 'Card' }, { __typename: 'Card', id: null }] }, {});
    expect({ data, told: errors.map(({ path }) => path) }).toMatchObject({ told: [['cards', 1, 'id']] });
  });
});
