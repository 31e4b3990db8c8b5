import { composeServices } from '@apollo/composition';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';

import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { defaultFieldResolver, execute, GraphQLError, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { planAndCompile, type OperationResult } from '../../execution/compile-operation';
import { readClientOperation } from '../../execution/operation/client-operation';
import { compileMistakes } from '../../execution/variable-mistakes';
import type { Subgraph, SubgraphAnswer, Subgraphs } from '../../execution/subgraph';
import { breakOffAfter } from './break-off';
import type { AnyResolver, TestGraph, TestSubgraph } from './test-graph';

type Variables = Readonly<Record<string, unknown>>;

/** A test graph that can be asked both ways. */
export interface ComposedGraph {
  readonly schema: GraphQLSchema;
  readonly supergraphSdl: string;
  /** `broken` subgraphs cannot be reached. */
  federated(text: string, variables?: Variables, broken?: readonly string[]): Promise<OperationResult>;
  /** By GraphQL.js over one schema. */
  whole(text: string, variables?: Variables): Promise<ExecutionResult>;
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@requires", "@provides", "@external", "@override", "@shareable", "@inaccessible", "@interfaceObject",
  "@extends", "@tag", "@composeDirective"])`;

const typeDefsOf = ({ typeDefs }: TestSubgraph) => parse(`${federation}\n${typeDefs}`);

export function composeGraph(graph: TestGraph): ComposedGraph {
  const composed = composeServices(
    graph.subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: typeDefsOf(subgraph) })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const supergraph = Supergraph.build(composed.supergraphSdl);
  const api = supergraph.apiSchema();
  const [schema, whole] = [api.toGraphQLJSSchema(), supergraph.schema.toGraphQLJSSchema()];
  const planner = new QueryPlanner(supergraph);
  const overrideConditions = new Map(graph.labels?.map((label) => [label, true]));
  const services = servicesOf(graph);
  return {
    schema,
    supergraphSdl: composed.supergraphSdl,
    async federated(text, variables = {}, broken = []) {
      const asked = readClientOperation(schema, parse(text));
      const errors = compileMistakes(asked)(variables);
      if (errors.length > 0) return { errors };
      const run = await planAndCompile({
        asked,
        supergraph: whole,
        plan(document) {
          const plan = () => planner.buildQueryPlan(operationFromDocument(api, document), { overrideConditions });
          return graph.planningMs === undefined ? plan() : breakOffAfter(graph.planningMs, plan);
        },
      });
      const reached = { ...services, ...Object.fromEntries(broken.map((name) => [name, notReached])) };
      return run({ services: reached, variables, context: {} });
    },
    whole: async (text, variables = {}) =>
      execute({
        schema,
        document: parse(text),
        variableValues: variables,
        fieldResolver: wholeResolver(graph),
      }),
  };
}

const wholeResolver =
  ({ whole }: TestGraph): AnyResolver =>
  (source, args, context, info) => {
    const own = whole[info.parentType.name]?.[info.fieldName];
    return own ? own(source as never, args as never) : defaultFieldResolver(source, args, context, info);
  };

const notReached: Subgraph = {
  process: () => Promise.reject(new GraphQLError('not reached', { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } })),
};

/** Each subgraph in this process; requests and answers are JSON on the way, as they would be. */
const servicesOf = ({ subgraphs }: TestGraph): Subgraphs =>
  Object.fromEntries(subgraphs.map((subgraph) => [subgraph.name, serviceOf(subgraph)]));

function serviceOf(subgraph: TestSubgraph): Subgraph {
  const schema = buildSubgraphSchema([{ typeDefs: typeDefsOf(subgraph), resolvers: subgraph.resolvers as never }]);
  const overTheWire = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;
  return {
    async process({ request: { query, variables } }) {
      const result = await execute({ schema, document: parse(query), variableValues: overTheWire(variables) });
      return overTheWire(result) as SubgraphAnswer;
    },
  };
}
