import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import { startTestPlatform } from '../testing/test-platform';
import { sampleVariables } from './sample-variables';

describe('sample variables', () => {
  it('are taken by the operation they were made for', () => {
    const schema = buildSchema(`
      enum Kind { A B }
      input Inner { kind: Kind! on: Boolean! at: [Int!]! left: String }
      input Outer { inner: Inner! name: String! ratio: Float! }
      type Query { ask(outer: Outer!, id: ID!, kind: Kind, ids: [ID!]!): Int }`);
    const operation = parse(
      'query ($outer: Outer!, $id: ID!, $kind: Kind, $ids: [ID!]!) { ask(outer: $outer, id: $id, kind: $kind, ids: $ids) }',
    ).definitions[0] as OperationDefinitionNode;
    expect(
      getVariableValues(schema, operation.variableDefinitions ?? [], sampleVariables(schema, operation)),
    ).not.toHaveProperty('errors');
  });
});

describe('registered documents', () => {
  it('are planned before the first request, and no subgraph is asked for that, not even by mutations', async () => {
    const documents = [
      'query Home { viewer { displayName cards } }',
      'mutation Touch { touch }',
      'query Gone { nothingOfTheKind }',
    ];
    const platform = await startTestPlatform('production', { documents });
    expect(platform.identity.seen).toEqual([]);
    expect(platform.binding.seen).toEqual([]);
    expect(await platform.ask(documents[0] ?? '')).toMatchObject({
      data: { viewer: { displayName: 'Ada', cards: ['card_1'] } },
    });
    expect(await platform.ask(documents[1] ?? '')).toMatchObject({ data: { touch: true } });
    expect(platform.identity.seen).toHaveLength(2);
    await platform.stop();
  });
});
