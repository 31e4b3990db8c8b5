import { bindingDefinition, contextTypeDefs, identityDefinition } from '../testing/small-graph';
import { composeSmall } from '../testing/test-platform';
import { buildGraph } from './graph';
import { createApolloPlanner } from './planner';

const fromContext = composeSmall([{ name: 'identity', typeDefs: contextTypeDefs }, bindingDefinition]);
const reasonOf = async (sdl: string) => {
  const built = await buildGraph(sdl, new Set(['identity', 'binding']), createApolloPlanner);
  return built.ok ? undefined : built.error.reason;
};

describe('a supergraph', () => {
  it('of what this gateway executes is taken', async () => {
    expect(await reasonOf(composeSmall([identityDefinition, bindingDefinition]))).toBeUndefined();
  });

  it('with @fromContext is refused, whether or not it says that a gateway must know of it', async () => {
    expect(await reasonOf(fromContext)).toMatch(/context\/v0.1 is for: SECURITY but is unsupported/);
    expect(await reasonOf(fromContext.replace('context/v0.1", for: SECURITY', 'context/v0.1"'))).toBe(
      'Card.label: this gateway does not execute @context and @fromContext',
    );
  });

  it.each(['@authenticated', '@requiresScopes(scopes: [["cards"]])', '@policy(policies: [["cards"]])'])(
    'with %s is refused: nobody here would hold clients to it',
    async (directive) => {
      const typeDefs = `
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["${directive.split('(')[0]}"])
        type Query { viewer: String ${directive} }`;
      expect(await reasonOf(composeSmall([{ name: 'identity', typeDefs }, bindingDefinition]))).toContain(
        'is for: SECURITY but is unsupported',
      );
    },
  );
});
