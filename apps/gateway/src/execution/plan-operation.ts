import { getVariableValues, type DocumentNode, type GraphQLError } from 'graphql';
import { planAndCompile, type RunOperation } from './compile-operation';
import type { Graph } from './graph';
import { readClientOperation } from './operation/client-operation';

type Variables = Readonly<Record<string, unknown>>;

/** An operation that is planned and compiled for one graph. */
export interface PlannedOperation {
  /** What is wrong with these variables. */
  mistakesIn(variables: Variables | undefined): readonly GraphQLError[];
  readonly run: RunOperation;
}

/** Plans and compiles an operation of a valid document. Rejects for what cannot be planned. */
export async function planOperation(
  { schema, supergraph, planner }: Graph,
  document: DocumentNode,
  operationName: string | undefined,
): Promise<PlannedOperation> {
  const asked = readClientOperation(schema, document, operationName);
  const { variableDefinitions = [] } = asked.operation;
  return {
    mistakesIn: (variables = {}) =>
      variableDefinitions.length === 0 ? [] : (getVariableValues(schema, variableDefinitions, variables).errors ?? []),
    run: await planAndCompile({ asked, supergraph, plan: (plannable) => planner.plan(plannable, operationName) }),
  };
}
