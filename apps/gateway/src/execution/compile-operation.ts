import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compilePlan } from './plan/compile-plan';
import { errorsOf } from './plan/error-places';
import { namesOf, type GraphNames } from './operation/graph-names';
import type { ClientOperation } from './operation/client-operation';
import { toPlannable } from './operation/plannable';
import type { PlanRun, Step, Values } from './plan/plan-run';
import { conditionsOf, type Conditions, type ConditionValues } from './operation/condition-values';
import { createShapeAnswer, type ShapeAnswer } from './shaping/shape-answer';
import type { Subgraphs } from './subgraph';
import { Variants } from './operation/variants';

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
}

/** Executes the planned operation; rejects only where something is wrong with the gateway itself. */
export type RunOperation = (run: OperationRun) => Promise<OperationResult>;

export interface Planning {
  readonly asked: ClientOperation;
  readonly supergraph: GraphQLSchema;
  readonly plan: (document: DocumentNode) => QueryPlan | Promise<QueryPlan>;
  /** Under which the subgraphs are asked; by default such that no alias of the client can be taken for a key. */
  readonly names?: GraphNames;
  /** False for an operation that somebody waits for: it is planned for as it is asked then, and no other way. */
  readonly ahead?: boolean;
}

/** An operation under some conditions. */
interface Compiled {
  readonly step: Step;
  readonly shape: ShapeAnswer;
}

/** Values that do not fit which are told, and logged, of one answer at most: they are of one kind. */
const misfitsMax = 10;

/** Operations with no more conditions than these are planned at once for each way in which they can stand. */
const conditionsAhead = 2;

/** Plans an operation and compiles the plan, once for each way in which its conditions can stand. Rejects for what cannot be planned. */
export async function planAndCompile(planning: Planning): Promise<RunOperation> {
  const { asked, supergraph, plan, names = namesOf(supergraph) } = planning;
  const conditions = conditionsOf(asked);
  const variants = new Variants<Compiled>(async (values) => {
    const document = toPlannable(asked, names, values);
    const queryPlan: QueryPlan = document ? await plan(document) : { kind: 'QueryPlan' };
    return {
      step: compilePlan(queryPlan, supergraph),
      shape: createShapeAnswer({ ...asked, sourceName: names.sourceName }, values),
    };
  });
  if (planning.ahead !== false) for (const values of waysToStand(conditions)) await variants.get(values);
  return runOf(variants, conditions, supergraph);
}

/** All ways, or none where they are too many to be worth it before somebody asks. */
function waysToStand({ variables }: Conditions): ConditionValues[] {
  if (variables.length > conditionsAhead) return [];
  return variables.reduce<ConditionValues[]>(
    (ways, name) => ways.flatMap((way) => [true, false].map((value) => new Map([...way, [name, value]]))),
    [new Map()],
  );
}

function runOf(variants: Variants<Compiled>, conditions: Conditions, supergraph: GraphQLSchema): RunOperation {
  return async ({ services, variables, context }) => {
    let values: ConditionValues;
    try {
      values = conditions.read(variables);
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const { step, shape } = await variants.get(values);
    const data = Object.create(null) as Values;
    const run = { services, variables, conditions: values, context, data, problems: [], leftOut: [] };
    await step(run, { path: [], data });
    return finish(run, shape, supergraph);
  };
}

/**
 * The answer for the client. A value that does not fit is a fault of its subgraph and told as ours, like any other; not where something else
 * went wrong too, which it mostly comes from.
 */
function finish(run: PlanRun, shape: ShapeAnswer, supergraph: GraphQLSchema): OperationResult {
  try {
    const { root, data, errors: notCompleted } = shape(run.data, run.variables);
    if (run.problems.length > 0) return { errors: errorsOf({ run, root, data, supergraph }), data };
    return notCompleted.length > 0 ? { errors: notCompleted.slice(0, misfitsMax), data } : { data };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    return { errors: [new GraphQLError((error as Error).message, { originalError: error as Error })] };
  }
}
