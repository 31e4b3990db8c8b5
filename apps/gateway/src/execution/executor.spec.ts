import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';

import { QueryPlanner } from '@apollo/query-planner';
import fc from 'fast-check';
import { parse, validate, type OperationDefinitionNode } from 'graphql';
import { itIsCheckedAgainst } from '@bindery/testing';
import { subgraphNames } from '../gateway.config';
import { sampleVariables } from '../supergraph/sample-variables';
import { randomQuery } from '../testing/random-query';
import { expectSameButForPlaces, type WrittenAnswer } from '../testing/same-but-for-places';
import { createSpoiledSubgraph } from '../testing/spoiled-subgraph';
import { namesAsAsked } from '../testing/names-as-asked';
import { planAndCompile, type OperationResult } from './compile-operation';
import { readClientOperation } from './operation/client-operation';

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
type OperationContext = Parameters<Execute>[3];
type Result = OperationResult & { readonly extensions?: Readonly<Record<string, unknown>> };

/** What the library and ours answer for one operation, with subgraphs that are spoiled by a seed. */
function bothFor(text: string) {
  const document = parse(text);
  const asked = readClientOperation(schema, document);
  const queryPlan = planner.buildQueryPlan(operationFromDocument(api, document));
  const compiled = planAndCompile({ asked, supergraph: whole, plan: () => queryPlan, names: namesAsAsked });
  const servicesOf = (seed: string) => Object.fromEntries(subgraphs.map(([name, withSeed]) => [name, withSeed(seed)]));
  return {
    async theirs(seed: string, variables: Record<string, unknown>): Promise<Result> {
      const requestContext = { request: { variables }, context: {}, metrics: {} } as unknown as Parameters<Execute>[2];
      return (await executeQueryPlan(
        queryPlan,
        servicesOf(seed) as unknown as Parameters<Execute>[1],
        requestContext,
        asked as OperationContext,
        whole,
        api,
      )) as Result;
    },
    async ours(seed: string, variables: Record<string, unknown>): Promise<Result> {
      const run = await compiled;
      return run({ services: servicesOf(seed), variables, context: {} });
    },
  };
}

const rejection = (error: Error): Result => ({ extensions: { rejected: error.message } });

/** Out of a list that is no list no answer is made; whether the walk comes to it first or to a null that hides it is a matter of its order. */
const cannotBeMade = ({ errors = [] }: Result) =>
  errors.some(({ message }) => /^(Invalid non-(string|list|object)|Got unexpected) value/.test(message));

async function expectSame(text: string, seed: string, variables: Record<string, unknown>): Promise<string> {
  const both = bothFor(text);
  const [theirs, ours] = [
    await both.theirs(seed, variables).catch(rejection),
    await both.ours(seed, variables).catch(rejection),
  ];
  if ([theirs, ours].some(cannotBeMade)) return '';
  expectSameButForPlaces(text, written(ours), written(theirs));
  return JSON.stringify(ours);
}

function written({ data, errors, extensions }: Result): WrittenAnswer {
  const told = errors?.map(({ message, path, extensions }) => ({ message, path, extensions }));
  return JSON.parse(JSON.stringify({ data, errors: told, extensions })) as WrittenAnswer;
}

interface Manifest {
  readonly operations: readonly { readonly name: string; readonly body: string }[];
}

describe('the compiled executor', () => {
  itIsCheckedAgainst('@apollo/gateway', '2.14.4', 'parts of its dist that ours are compared with, in specs only');

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
        const { text, variables } = randomQuery(schema, (limit) =>
          limit === 0 ? 0 : Number(numbers.next().value) % limit,
        );
        // Two aliases of one name may ask for different things; GraphQL refuses that before it is planned.
        fc.pre(validate(schema, parse(text)).length === 0);
        const told = await expectSame(text, seed, variables);
        if (told.includes('"errors"')) withErrors += 1;
        else clean += 1;
      }),
      { numRuns: 200 },
    );
    expect(Math.min(withErrors, clean)).toBeGreaterThan(10);
  }, 120_000);

  it('answers introspection as the library does', async () => {
    const text =
      '{ __schema { queryType { name } } providers { code } __type(name: "Card") { ...Fields } } fragment Fields on __Type { fields { name } }';
    expect(await expectSame(text, 'any', {})).toContain('"queryType"');
  });
});
