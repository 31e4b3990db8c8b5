import { operationFromDocument, type Schema } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  GraphQLError,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compilePlan } from './plan/compile-plan';
import type { Values } from './plan/plan-run';
import { createShapeAnswer, type ShapeAnswer } from './shaping/shape-answer';
import type { Subgraphs } from './subgraph';

/** One request for the operation. */
export interface OperationRun {
  readonly services: Subgraphs;
  readonly variables: Readonly<Values> | undefined;
  /** Handed to the data sources. */
  readonly context: unknown;
}

export interface OperationResult {
  readonly errors?: readonly GraphQLError[];
  readonly data?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Executes the planned operation; rejects only where something is wrong with the gateway itself. */
export type RunOperation = (run: OperationRun) => Promise<OperationResult>;

/** An operation with the fragments of its document. */
export interface OperationContext {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export interface Planned {
  readonly queryPlan: QueryPlan;
  readonly operationContext: OperationContext;
  readonly supergraph: GraphQLSchema;
  readonly api: Schema;
}

/** A planned operation, compiled once. Throws for what cannot be executed. */
export function compileOperation({ queryPlan, operationContext, supergraph, api }: Planned): RunOperation {
  const definitions = [operationContext.operation, ...Object.values(operationContext.fragments)];
  const operation = operationFromDocument(api, { kind: Kind.DOCUMENT, definitions }, { validate: false });
  const step = compilePlan(queryPlan, { supergraph, variableDefinitions: operation.variableDefinitions });
  const shape = createShapeAnswer(operation);
  return async ({ services, variables, context }) => {
    const data = Object.create(null) as Values;
    const errors: GraphQLError[] = [];
    await step({ services, variables, context, data, errors }, { path: [], data });
    return finish(shape, data, variables, errors);
  };
}

/** The answer for the client; a value that does not fit is told only when nothing else went wrong, as the library does. */
function finish(
  shape: ShapeAnswer,
  merged: Values,
  variables: Readonly<Values> | undefined,
  errors: GraphQLError[],
): OperationResult {
  try {
    const { data, errors: notCompleted } = shape(merged, variables);
    if (errors.length > 0) return { errors, data };
    return notCompleted.length > 0 ? { extensions: { valueCompletion: notCompleted }, data } : { data };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    return { errors: [new GraphQLError((error as Error).message, { originalError: error as Error })] };
  }
}
