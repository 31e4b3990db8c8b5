import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type OperationDefinitionNode } from 'graphql';
import { Supergraph } from '@apollo/federation-internals';
import { createLog, createMetrics } from '@bindery/service';
import { generateGatewayKeys } from '@bindery/trust';
import { openSubgraphs } from '../data-source/open-subgraphs';
import type { Subgraphs } from '../execution/subgraph';
import { subgraphNames } from '../gateway.config';
import { sampleVariables } from '../supergraph/sample-variables';
import { besideTheLibrary, type AskedOverHttp, type BesideTheLibrary } from '../testing/beside-the-library';
import { startFakeSubgraph, type FakeSubgraph } from '../testing/fake-subgraph';
import { knownDifferences } from '../testing/known-differences';
import { bindingDefinition, identityDefinition } from '../testing/small-graph';
import { expectSameButForPlaces, type WrittenAnswer } from '../testing/same-but-for-places';
import { createSpoiledSubgraph } from '../testing/spoiled-subgraph';
import { composeSmall } from '../testing/test-platform';

const root = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Both answers are one: status, headers and bytes. Answers it. */
async function expectSame(pair: BesideTheLibrary, asked: AskedOverHttp) {
  const { ours, theirs } = await pair.ask(asked);
  expect(ours).toEqual(theirs);
  return ours;
}

/** Where a subgraph fails, ours tells the place of each field that is missing, and the library none. */
async function expectSameButPlaces(
  pair: BesideTheLibrary,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) {
  const { ours, theirs } = await pair.ask({ body: { query, variables } });
  const { 'content-length': _, ...headers } = theirs.headers;
  expect(ours).toMatchObject({ status: theirs.status, headers });
  expectSameButForPlaces(query, JSON.parse(ours.body) as WrittenAnswer, JSON.parse(theirs.body) as WrittenAnswer);
  return ours;
}

describe('over the whole graph, with subgraphs that fail and talk nonsense', () => {
  const supergraphSdl = read('apps/gateway/supergraph.graphql');
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const spoiled = subgraphNames.map(
    (name) => [name, createSpoiledSubgraph(read(`apps/${name}/schema.graphql`))] as const,
  );
  /** What the subgraphs make their answers of. */
  let seed = '';
  const subgraphs = (): Subgraphs =>
    Object.fromEntries(spoiled.map(([name, withSeed]) => [name, { process: (ask) => withSeed(seed).process(ask) }]));
  const { operations } = JSON.parse(read('apps/gateway/documents/wallet-client/1.0.0.json')) as {
    operations: readonly { readonly name: string; readonly body: string }[];
  };
  let pair: BesideTheLibrary;
  beforeAll(async () => {
    pair = await besideTheLibrary({ supergraphSdl, subgraphs, documents: operations.map(({ body }) => body) });
  });
  afterAll(() => pair.stop());

  it.each(operations.map(({ name, body }) => [name, body]))(
    '%s is answered as by the library, whatever subgraphs send',
    async (_name, query) => {
      const variables = sampleVariables(schema, parse(query).definitions[0] as OperationDefinitionNode);
      const seen = new Set<string>();
      for (let round = 0; round < 20; round++) {
        seed = `round ${round}`;
        seen.add((await expectSameButPlaces(pair, query, variables)).body);
      }
      expect(seen.size).toBeGreaterThan(5);
    },
  );
});

describe('over the small graph', () => {
  const documents = {
    home: 'query Home { viewer { id displayName cards } }',
    touch: 'mutation Touch { touch }',
    choice: 'query Choice($more: Boolean! = false) { viewer { id cards @include(if: $more) } }',
    odd: 'query constructor { __proto__: viewer { __proto__: id toString: cards } constructor: providers ...valueOf } fragment valueOf on Query { hasOwnProperty: __typename }',
    two: 'query One { providers } query Two { viewer { id } }',
  };
  let fakes: readonly FakeSubgraph[];
  let development: BesideTheLibrary;
  let production: BesideTheLibrary;
  beforeAll(async () => {
    const keys = { identity: generateGatewayKeys(), binding: generateGatewayKeys() };
    fakes = [
      await startFakeSubgraph(identityDefinition, keys.identity),
      await startFakeSubgraph(bindingDefinition, keys.binding),
    ];
    const log = createLog({ service: 'test', level: 'silent', format: 'json' });
    const config = {
      SUBGRAPH_URLS: Object.fromEntries(fakes.map(({ name, url }) => [name, [url]])),
      SUBGRAPH_KEYS: Object.fromEntries(
        Object.entries(keys).map(([name, text]) => [name, JSON.parse(text) as unknown]),
      ),
      SUBGRAPH_TIMEOUT_MS: 400,
    } as unknown as Parameters<typeof openSubgraphs>[0];
    const subgraphs = () => openSubgraphs(config, log, createMetrics('test')).subgraphs;
    const supergraphSdl = composeSmall(fakes);
    development = await besideTheLibrary({ supergraphSdl, subgraphs });
    production = await besideTheLibrary({
      supergraphSdl,
      subgraphs,
      production: true,
      documents: Object.values(documents),
    });
  });
  afterAll(async () => {
    await development.stop();
    await production.stop();
    for (const fake of fakes) await fake.stop();
  });
  afterEach(() => fakes.forEach((fake) => fake.misbehave(undefined)));

  it.each([
    ['a query', { query: documents.home }, 200],
    ['one that is named', { query: documents.home, operationName: 'Home', variables: null, extensions: {} }, 200],
    ['one of two', { query: documents.two, operationName: 'Two' }, 200],
    ['a variable', { query: documents.choice, variables: { more: true } }, 200],
    ['the default of a variable', { query: documents.choice, variables: {} }, 200],
    ['a mutation', { query: documents.touch }, 200],
    ['a resolver that fails', { query: '{ careless providers }' }, 200],
    ['a variable of another type', { query: documents.choice, variables: { more: 'yes' } }, 400],
    ['too high a cost', { query: '{ expensive }' }, 400],
    ['a name that is not in the document', { query: documents.home, operationName: 'Other' }, 400],
    ['one of two that is not named', { query: documents.two }, 400],
    ['variables that are a text', { query: documents.home, variables: '{}' }, 400],
    ['extensions that are a number', { query: documents.home, extensions: 3 }, 400],
    ['a name that is a number', { query: documents.home, operationName: 3 }, 400],
    ['no document', { variables: {} }, 400],
    ['what is not GraphQL', { query: '{ nonsense' }, 400],
    ['a field that is not there', { query: '{ nonsense }' }, 400],
    ['a subscription', { query: 'subscription { viewer }' }, 400],
    [
      'what only subgraphs answer',
      { query: '{ _service { sdl } _entities(representations: []) { __typename } }' },
      400,
    ],
    ['nothing but the name of a type', { query: '{ __typename }' }, 200],
    ['names that every object has', { query: documents.odd }, 200],
    ['an empty selection by a condition', { query: '{ viewer @skip(if: true) { id } }' }, 200],
  ])('is answered as by the library, in production and before: %s', async (_what, body, status) => {
    expect((await expectSame(development, { body })).status).toBe(status);
    expect((await expectSame(production, { body })).status).toBe(status);
  });

  it.each([
    '{ __schema { queryType { name } types { name kind } } }',
    'query ($name: String!) { viewer { id } type: __type(name: $name) { fields { name } } providers }',
    '{ providers __schema { mutationType { fields { name args { name } } } } __typename }',
    'query ($name: String!) { __type(name: $name) @skip(if: true) { name } providers }',
  ])('introspection is answered as by the library, and by neither in production: %s', async (query) => {
    const body = { query, variables: { name: 'Account' } };
    expect((await expectSame(development, { body })).status).toBe(200);
    expect((await expectSame(production, { body })).status).toBe(400);
  });

  it.each([
    '*/*',
    'application/json',
    'application/json, */*',
    'application/graphql-response+json',
    'application/graphql-response+json, application/json;q=0.9',
    'text/html',
  ])('the type of the answer is that of the library for who accepts %s', async (accept) => {
    for (const query of [documents.home, '{ nonsense }', '{ careless }'])
      await expectSame(production, { body: { query }, headers: { accept } });
  });

  it.each([
    ['breaks off', undefined],
    ['answers no JSON', '<html>'],
    ['answers errors without data', '{"errors":[{"message":"no","extensions":{"code":"NOT_FOUND"}}]}'],
    [
      'wants another status',
      '{"errors":[{"message":"no","extensions":{"code":"NOT_FOUND","http":{"status":418}}}],"data":null}',
    ],
    ['answers other entities', '{"data":{"_entities":[]}}'],
    ['answers null', '{"data":{"_entities":[null]}}'],
    ['answers what does not fit', '{"data":{"_entities":[{"cards":[1,{}]}]}}'],
  ])('is answered as by the library where a subgraph %s', async (_how, text) => {
    const [, binding] = fakes;
    binding?.misbehave((response) =>
      text === undefined ? response.destroy() : response.setHeader('content-type', 'application/json').end(text),
    );
    await expectSameButPlaces(production, documents.home);
  });

  it.each(knownDifferences.map((difference) => [difference.what, difference]))(
    'what is known to differ does: %s',
    async (_what, difference) => {
      fakes.find(({ name }) => name === difference.broken)?.misbehave((response) => response.destroy());
      const { ours, theirs } = await development.ask(difference.asked);
      expect({ ours, theirs }).toMatchObject({ ours: difference.ours, theirs: difference.theirs });
    },
  );
});
