import { getOperationAST, Kind, type DocumentNode, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { compileOperation, type RunOperation } from './compile-operation';
import type { Graph } from './graph';
import { splitIntrospection, type WithIntrospection } from './introspection';

type Variables = Readonly<Record<string, unknown>>;

/** An operation that is planned and compiled for one graph. */
export interface PlannedOperation {
  /** What is wrong with these variables. */
  mistakesIn(variables: Variables | undefined): readonly GraphQLError[];
  readonly run: RunOperation;
}

/** Plans and compiles an operation of a valid document. Rejects for what cannot be planned. */
export async function planOperation(
  graph: Graph,
  document: DocumentNode,
  operationName: string | undefined,
): Promise<PlannedOperation> {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('an operation was to be planned that is not in its document');
  const { variableDefinitions = [] } = operation;
  const withIntrospection = splitIntrospection(graph.schema, document, operation);
  return {
    mistakesIn: (variables = {}) =>
      variableDefinitions.length === 0
        ? []
        : (getVariableValues(graph.schema, variableDefinitions, variables).errors ?? []),
    run: withIntrospection
      ? await compileWithIntrospection(graph, withIntrospection, operationName)
      : await compile(graph, document, operation, operationName),
  };
}

async function compile(
  { planner, schema, supergraph, api }: Graph,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  operationName: string | undefined,
): Promise<RunOperation> {
  const queryPlan = await planner.plan(document, operationName);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  return compileOperation({ queryPlan, operationContext: { schema, operation, fragments }, supergraph, api });
}

async function compileWithIntrospection(
  graph: Graph,
  { rest, answer }: WithIntrospection,
  operationName: string | undefined,
): Promise<RunOperation> {
  const operation = rest && getOperationAST(rest, operationName);
  const runRest: RunOperation =
    rest && operation ? await compile(graph, rest, operation, operationName) : async () => ({ data: {} });
  return async (run) => {
    const { data, ...others } = await runRest(run);
    return { ...others, data: data && answer(data as Record<string, unknown>, run.variables) };
  };
}
