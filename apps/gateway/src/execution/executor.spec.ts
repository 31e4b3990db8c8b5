import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { executeQueryPlan } from '@apollo/gateway/dist/executeQueryPlan';

import { QueryPlanner } from '@apollo/query-planner';
import fc from 'fast-check';
import { parse, validate, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { subgraphNames } from '../gateway.config';
import { sampleVariables } from '../supergraph/sample-variables';
import { randomQuery } from '../testing/random-query';
import { createSpoiledSubgraph } from '../testing/spoiled-subgraph';
import { namesAsAsked } from '../testing/names-as-asked';
import { planAndCompile, type OperationResult } from './compile-operation';
import { askedIn } from './operation/asked';

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
type Result = Pick<OperationResult, 'data' | 'errors' | 'extensions'>;

/** What the library and ours answer for one operation, with subgraphs that are spoiled by a seed. */
function bothFor(text: string) {
  const document = parse(text);
  const asked = askedIn(schema, document);
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

/** The library names the type of the fragment around, ours that of the object. */
const places = /(?<=(?:Cannot return null for non-nullable|found for) field )\w+\./g;

interface ToldError {
  readonly what: string;
  readonly paths: string[];
}

/** Errors that are the same but for their places, together, in their order. Positions in lists are the matter of oracle.spec.ts: the library has some wrong. */
function told(errors: readonly GraphQLError[]): ToldError[] {
  const all: ToldError[] = [];
  for (const { message, path, extensions } of errors) {
    const what = JSON.stringify({ message: message.replace(places, ''), extensions: extensions ?? {} });
    const place = path?.map((part) => (typeof part === 'number' ? '#' : part)).join('.') ?? '';
    const last = all.at(-1);
    if (last?.what === what) last.paths.push(place);
    else all.push({ what, paths: [place] });
  }
  return all;
}

const rest = ({ data, extensions: { valueCompletion: _, ...others } = {} }: Result) =>
  JSON.parse(JSON.stringify({ data, others })) as unknown;

const rejection = (error: Error): Result => ({ extensions: { rejected: error.message } });

/** Out of a list that is no list no answer is made; whether the walk comes to it first or to a null that hides it is a matter of its order. */
const cannotBeMade = ({ errors = [] }: Result) =>
  errors.some(({ message }) => /^(Invalid non-(string|list|object)|Got unexpected) value/.test(message));

const namesIn = (text: string) => new Set(text.match(/\w+/g)).add('#');

/**
 * Data but for the order of keys, which GraphQL.js decides in oracle.spec.ts, and errors. Ours have places where the library has none, for fetches that failed
 * as a whole, and where it tells a field that only the plan asked for.
 */
async function expectSame(text: string, seed: string, variables: Record<string, unknown>): Promise<string> {
  const both = bothFor(text);
  const [theirs, ours] = [
    await both.theirs(seed, variables).catch(rejection),
    await both.ours(seed, variables).catch(rejection),
  ];
  if ([theirs, ours].some(cannotBeMade)) return '';
  expect(rest(ours)).toEqual(rest(theirs));
  // Of several values that do not fit, one that is told hides others, and which one is a matter of the order; shape-answer.spec.ts has each.
  if (theirs.extensions?.valueCompletion) expect(ours.extensions?.valueCompletion).toBeDefined();
  const [theirErrors, ourErrors] = [told(theirs.errors ?? []), told(ours.errors ?? [])];
  expect(ourErrors.map(({ what }) => what)).toEqual(theirErrors.map(({ what }) => what));
  const names = namesIn(text);
  const asked = (path: string) => path !== '' && path.split('.').every((part) => names.has(part));
  theirErrors.forEach(({ paths }, index) => {
    const own = ourErrors[index]?.paths ?? [];
    for (const path of own) expect(path === '' || asked(path)).toBe(true);
    // Its place; or of what only the plan asked for, the place around it, or of what is null for want of it.
    const isTold = (path: string) =>
      own.some((each) => each === path || path.startsWith(each.split('.').slice(0, -1).join('.')));
    expect(paths.filter(asked).filter((path) => !isTold(path))).toEqual([]);
  });
  return JSON.stringify(ours);
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
