import { ApolloServer } from '@apollo/server';
import { parse, type GraphQLSchema } from 'graphql';
import { hashOf } from '../door/documents/document-manifest';
import { bindingDefinition, identityDefinition } from '../testing/small-graph';
import { composeSmall } from '../testing/test-platform';
import { createApolloPlanner, type CreatePlanner } from './planner';
import type { Subgraphs } from './subgraph';
import { SupergraphGateway, type TakeOver } from './supergraph-gateway';

const whole = composeSmall([identityDefinition, bindingDefinition]);
const withoutProviders = composeSmall([
  identityDefinition,
  { ...bindingDefinition, typeDefs: bindingDefinition.typeDefs.replace('type Query { providers: [String!] }', '') },
]);
const providers = 'query Providers { providers }';
const registered = [{ hash: hashOf(providers), document: parse(providers), operationName: 'Providers' }];

function setUp(othersMax = 10) {
  const planned: string[] = [];
  const asked: string[] = [];
  const createPlanner: CreatePlanner = (graph) => {
    const planner = createApolloPlanner(graph);
    return {
      plan(document, operationName) {
        planned.push(operationName ?? '');
        return planner.plan(document, operationName);
      },
    };
  };
  const subgraph: Subgraphs[string] = {
    async process({ request }) {
      asked.push(request.query);
      return { data: { providers: ['seaside-bank'] } };
    },
  };
  let takeOver: TakeOver | undefined;
  const gateway = new SupergraphGateway({
    source: {
      async follow(take) {
        takeOver = take;
        const taken = await take(whole);
        if (!taken.ok) throw new Error(taken.error.reason);
        return () => undefined;
      },
    },
    subgraphs: { identity: subgraph, binding: subgraph },
    registered,
    othersMax,
    createPlanner,
  });
  return { gateway, planned, asked, takeOver: (sdl: string) => takeOver?.(sdl) };
}

/** As the server asks it. */
async function execute(gateway: SupergraphGateway, schema: GraphQLSchema | undefined, source: string) {
  const { executor } = await gateway.load();
  const document = parse(source);
  const [operation] = document.definitions;
  const name = operation?.kind === 'OperationDefinition' ? (operation.name?.value ?? null) : null;
  const asked = { request: {}, context: {}, document, queryHash: hashOf(source), schema, operationName: name };
  return executor?.(asked as unknown as Parameters<NonNullable<typeof executor>>[0]);
}

describe('the gateway that the server is given', () => {
  it('plans registered operations before it serves, and each other once, however many ask at once', async () => {
    const { gateway, planned, asked } = setUp();
    const apollo = new ApolloServer({ gateway });
    await apollo.start();
    expect(planned).toEqual(['Providers']);
    expect(asked).toEqual([]);
    const other = 'query Other { providers }';
    const answers = await Promise.all(
      [providers, other, other, other].map((query) => apollo.executeOperation({ query })),
    );
    expect(answers.map(({ body }) => body.kind === 'single' && body.singleResult.data)).toEqual(
      Array(4).fill({ providers: ['seaside-bank'] }),
    );
    expect(planned).toEqual(['Providers', 'Other']);
    expect(asked).toHaveLength(4);
    await apollo.stop();
  });

  it('keeps so many plans and no more', async () => {
    const { gateway, planned } = setUp(0);
    const apollo = new ApolloServer({ gateway });
    await apollo.start();
    for (let round = 0; round < 2; round++)
      for (const name of ['A', 'B']) await apollo.executeOperation({ query: `query ${name} { providers }` });
    expect(planned).toEqual(['Providers', 'A', 'B', 'A', 'B']);
    await apollo.stop();
  });

  it('ends operations with the graph that they were begun with', async () => {
    const { gateway, takeOver } = setUp();
    await gateway.load();
    const before = gateway.schema;
    expect(await takeOver(withoutProviders)).toMatchObject({ ok: true });
    expect(gateway.schema).not.toBe(before);
    expect(gateway.schema?.getQueryType()?.getFields()).not.toHaveProperty('providers');
    expect(await execute(gateway, before, providers)).toEqual({ data: { providers: ['seaside-bank'] } });
  });

  it('tells of a new graph only when it is planned for, and not at all of a broken one', async () => {
    const { gateway, planned, takeOver } = setUp();
    await gateway.load();
    const seen: (readonly [GraphQLSchema, number])[] = [];
    gateway.onSchemaLoadOrUpdate(({ apiSchema }) => seen.push([apiSchema, planned.length]));
    const before = gateway.schema;
    expect(await takeOver('type Query { a: Int }')).toMatchObject({ ok: false, error: { kind: 'SUPERGRAPH_BROKEN' } });
    expect([gateway.schema, seen]).toEqual([before, []]);
    await takeOver(whole);
    expect(seen).toEqual([[gateway.schema, 2]]);
  });

  it('executes nothing for a schema that it has not brought', async () => {
    const { gateway } = setUp();
    await expect(execute(gateway, undefined, providers)).rejects.toThrow(/no supergraph brought/);
  });
});
