import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { fastify } from 'fastify';
import { print, stripIgnoredCharacters } from 'graphql';
import { createLog, createMetrics, readConfig } from '@bindery/service';
import { generateGatewayKeys, joinGatewayKeys } from '@bindery/trust';
import type { CreatePlanner } from './execution/planner';
import { createGateway } from './gateway';
import { gatewayConfigShape, subgraphNames } from './gateway.config';
import { startFakeSubgraph, type FakeSubgraph } from './testing/fake-subgraph';
import { identityDefinition, bindingDefinition } from './testing/small-graph';
import { composeSmall } from './testing/test-platform';

const sdl = composeSmall([identityDefinition, bindingDefinition]);
const fetchOf = (serviceName: string, operation: string): FetchNode => ({
  kind: 'Fetch',
  serviceName,
  operation,
  operationKind: 'query' as FetchNode['operationKind'],
  operationName: undefined,
  variableUsages: [],
});
/** Plans that no planner has made, by what is asked: the second leaves the cards out, so that it is seen that it is this one. */
const canned: Readonly<Record<string, QueryPlan>> = {
  '{providers}': { kind: 'QueryPlan', node: fetchOf('binding', '{providers}') },
  '{viewer{displayName cards}}': { kind: 'QueryPlan', node: fetchOf('identity', '{viewer{__typename displayName}}') },
};

/** Stands for all subgraphs. */
const wholeDefinition = {
  name: 'whole',
  typeDefs: 'type Query { viewer: Account  providers: [String!] }  type Account { displayName: String! }',
  resolvers: { Query: { viewer: () => ({ displayName: 'Ada' }), providers: () => ['seaside-bank'] } },
};

let folder: string;
let subgraph: FakeSubgraph;
let keys: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bindery-planner-'));
  await writeFile(join(folder, 'supergraph.graphql'), sdl);
  await writeFile(join(folder, 'client-apps.json'), '{}');
  await mkdir(join(folder, 'documents'));
  keys = generateGatewayKeys();
  subgraph = await startFakeSubgraph(wholeDefinition, keys);
});
afterAll(async () => {
  await subgraph.stop();
  await rm(folder, { recursive: true });
});

const ofEach = <Value>(value: Value) => Object.fromEntries(subgraphNames.map((name) => [name, value]));

async function startWith(createPlanner: CreatePlanner) {
  const config = readConfig(gatewayConfigShape, {
    NODE_ENV: 'development',
    PORT: '0',
    SUPERGRAPH_PATH: join(folder, 'supergraph.graphql'),
    SUBGRAPH_URLS: JSON.stringify(ofEach(subgraph.url)),
    SUBGRAPH_KEYS: joinGatewayKeys(ofEach(keys)),
    ACCESS_TOKEN_JWKS_URL: `${subgraph.url}/.well-known/jwks.json`,
    CLIENT_APPS_PATH: join(folder, 'client-apps.json'),
    DOCUMENTS_PATH: join(folder, 'documents'),
  });
  const app = fastify();
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const gateway = await createGateway(app, config, log, createMetrics('test'), createPlanner);
  return {
    async ask(query: string) {
      const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
      return JSON.parse(answer.body) as unknown;
    },
    async stop() {
      await app.close();
      await gateway.stop?.();
    },
  };
}

describe('another planner in place of Apollo’s', () => {
  it('is given the text of the graph, and its plans are executed', async () => {
    const given: string[] = [];
    const gateway = await startWith(async ({ sdl: text }) => {
      given.push(text);
      return { plan: async (document) => planFor(stripIgnoredCharacters(print(document))) };
    });
    expect(given).toEqual([sdl]);
    expect(await gateway.ask('{ providers }')).toEqual({ data: { providers: ['seaside-bank'] } });
    expect(await gateway.ask('{ viewer { displayName cards } }')).toEqual({
      data: { viewer: { displayName: 'Ada', cards: null } },
    });
    await gateway.stop();
  });

  it('that cannot plan over the graph keeps the gateway from starting', async () => {
    await expect(startWith(() => Promise.reject(new Error('not over this graph')))).rejects.toThrow(
      /supergraph\.graphql: not over this graph/,
    );
  });
});

function planFor(asked: string): QueryPlan {
  const plan = canned[asked];
  if (!plan) throw new Error(`no plan for ${asked}`);
  return plan;
}
