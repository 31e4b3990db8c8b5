import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';
import { buildOperationContext } from '@apollo/gateway/dist/operationContext';
import { QueryPlanner } from '@apollo/query-planner';
import fc from 'fast-check';
import { parse, validate, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { subgraphNames } from '../gateway.config';
import { sampleVariables } from '../supergraph/sample-variables';
import { randomQuery } from '../testing/random-query';
import { createSpoiledSubgraph } from '../testing/spoiled-subgraph';
import { executeCompiled } from './install-executor';

const root = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const supergraph = Supergraph.build(read('apps/gateway/supergraph.graphql'));
const api = supergraph.apiSchema();
const schema = api.toGraphQLJSSchema();
const whole = supergraph.schema.toGraphQLJSSchema();
const planner = new QueryPlanner(supergraph);
const subgraphs = subgraphNames.map(
  (name) => [name, createSpoiledSubgraph(read(`apps/${name}/schema.graphql`))] as const,
);

type Execute = typeof executeQueryPlan;

function planned(text: string) {
  const document = parse(text);
  const operationContext = buildOperationContext({ schema, operationDocument: document });
  return { operationContext, queryPlan: planner.buildQueryPlan(operationFromDocument(api, document)) };
}

/** What a client would see, and all that the errors carry. */
async function outcome(
  execute: Execute,
  { operationContext, queryPlan }: ReturnType<typeof planned>,
  seed: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const services = Object.fromEntries(subgraphs.map(([name, withSeed]) => [name, withSeed(seed)]));
  const requestContext = { request: { variables }, context: {}, metrics: {} } as unknown as Parameters<Execute>[2];
  try {
    const { data, errors, extensions } = await execute(
      queryPlan,
      services,
      requestContext,
      operationContext,
      whole,
      api,
    );
    return JSON.stringify({ data, errors: errors?.map((error) => toTold(error as GraphQLError)), extensions }, null, 1);
  } catch (error) {
    return `rejected with ${String(error)}`;
  }
}

const toTold = ({ name, message, path, extensions }: GraphQLError) => ({ name, message, path, extensions });

const ours = executeCompiled(() => Promise.reject(new Error('left to the library')));

async function expectSame(text: string, seed: string, variables: Record<string, unknown>): Promise<string> {
  const plan = planned(text);
  const theirs = await outcome(executeQueryPlan, plan, seed, variables);
  expect(await outcome(ours, plan, seed, variables)).toBe(theirs);
  return theirs;
}

interface Manifest {
  readonly operations: readonly { readonly name: string; readonly body: string }[];
}

describe('the compiled executor', () => {
  const { operations } = JSON.parse(read('apps/gateway/documents/wallet-client/1.0.0.json')) as Manifest;

  it.each(operations.map(({ name, body }) => [name, body]))(
    'answers %s as the executor of the library does, whatever subgraphs send',
    async (_name, body) => {
      const variables = sampleVariables(schema, parse(body).definitions[0] as OperationDefinitionNode);
      const seen = new Set<string>();
      for (let round = 0; round < 20; round++) seen.add(await expectSame(body, `round ${round}`, variables));
      expect(seen.size).toBeGreaterThan(5);
    },
  );

  it('answers any query as the executor of the library does', async () => {
    let withErrors = 0;
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 1_000_000 })), fc.string(), async (numbers, seed) => {
        const text = randomQuery(schema, (limit) => (limit === 0 ? 0 : Number(numbers.next().value) % limit));
        // Two aliases of one name may ask for different things; GraphQL refuses that before it is planned.
        fc.pre(validate(schema, parse(text)).length === 0);
        const told = await expectSame(text, seed, { no: false });
        if (told.includes('"errors"')) withErrors += 1;
        else clean += 1;
      }),
      { numRuns: 200 },
    );
    expect(Math.min(withErrors, clean)).toBeGreaterThan(10);
  }, 120_000);

  it('leaves introspection to the library', async () => {
    expect(await outcome(ours, planned('{ __schema { queryType { name } } providers { code } }'), 'any', {})).toContain(
      'left to the library',
    );
  });
});
