import { parse, validate } from 'graphql';
import { testGraphs } from '../testing/graphs';
import { composeGraph } from '../testing/oracle/compose-graph';
import { expectAgreement } from '../testing/oracle/expect-agreement';
import { numbersOf } from '../testing/oracle/numbers';
import type { OperationResult } from './compile-operation';
import { randomQuery } from '../testing/random-query';

/** Another seed with ORACLE_SEED; each query has its own, from this one on. */
const firstSeed = Number(process.env.ORACLE_SEED ?? Date.now() % 1_000_000_000);
const queries = Number(process.env.ORACLE_QUERIES ?? 300);
/** For each graph, so that a busy machine tries fewer and not longer. */
const timeMs = Number(process.env.ORACLE_MS ?? 1_500);
const queriesMin = 5;

/** Null for a variable that stands where null may not is refused before anything is asked; GraphQL.js comes to it where it executes the field, or never. */
const isRefused = ({ data, errors = [] }: OperationResult) =>
  data === undefined && errors.length > 0 && errors.every(({ extensions }) => extensions.code === 'BAD_USER_INPUT');

describe.each(testGraphs.map((graph) => [graph.name, graph] as const))('a graph of %s', (_name, graph) => {
  const composed = composeGraph(graph);
  const agreement = async (query: string, variables?: Readonly<Record<string, unknown>>) =>
    expectAgreement(await composed.federated(query, variables), await composed.whole(query, variables));
  const cases = graph.cases.map((each) => (typeof each === 'string' ? { query: each } : each));

  it.each(cases.filter(({ differs }) => !differs))(
    'answers $query as GraphQL.js does',
    async ({ query, variables }) => {
      expect(validate(composed.schema, parse(query))).toEqual([]);
      await agreement(query, variables);
    },
  );

  const differing = cases.filter(({ differs }) => differs);
  if (differing.length > 0)
    it.each(differing)('answers $query otherwise: $differs', async ({ query, variables }) => {
      await expect(agreement(query, variables)).rejects.toThrow();
    });

  if (graph.wishes)
    it('answers any query as GraphQL.js does', async () => {
      const end = Date.now() + timeMs;
      let tried = 0;
      for (let seed = firstSeed; tried < queriesMin || (tried < queries && Date.now() < end); seed++) {
        const { text, variables } = randomQuery(composed.schema, numbersOf(seed), {
          ...graph.wishes,
          everything: true,
          fields: 3 + (seed % 14),
        });
        if (validate(composed.schema, parse(text)).length > 0) continue;
        tried += 1;
        try {
          if (isRefused(await composed.federated(text, variables))) expect(Object.values(variables)).toContain(null);
          else await agreement(text, variables);
        } catch (error) {
          throw new Error(`seed ${seed}: ${text} with ${JSON.stringify(variables)}\n${String(error)}`);
        }
      }
    });
});
