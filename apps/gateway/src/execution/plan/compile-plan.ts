import {
  evaluateCondition,
  type ConditionNode,
  type FlattenNode,
  type PlanNode,
  type QueryPlan,
} from '@apollo/query-planner';
import type { VariableDefinitions } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { compileFetch } from './fetch-step';
import { valuesAt } from './values-at';
import type { Step } from './plan-run';

/** What steps are compiled with. */
export interface Compiling {
  readonly supergraph: GraphQLSchema;
  /** Of the operation that is planned; conditions look at them. */
  readonly variableDefinitions: VariableDefinitions;
}

/** Thrown for plans that are left to the executor of the library. */
class NotForSteps extends Error {}

const nothing: Step = async () => undefined;

/**
 * A query plan as closures, made once: what the library's executor asks of the nodes again at each request (their kinds,
 * selections and paths, a trace of them that nobody reads) is asked here. Throws NotForSteps.
 */
export function compilePlan({ node }: QueryPlan, compiling: Compiling): Step {
  if (!node) return nothing;
  if (node.kind === 'Subscription') throw new NotForSteps(node.kind);
  return compileNode(node, compiling);
}

function compileNode(node: PlanNode, compiling: Compiling): Step {
  if (node.kind === 'Fetch') return compileFetch(node, compiling.supergraph);
  if (node.kind === 'Sequence') return inSequence(node.nodes.map((each) => compileNode(each, compiling)));
  if (node.kind === 'Parallel') return inParallel(node.nodes.map((each) => compileNode(each, compiling)));
  if (node.kind === 'Flatten') return compileFlatten(node, compiling);
  if (node.kind === 'Condition') return compileCondition(node, compiling);
  throw new NotForSteps(node.kind);
}

function inSequence(steps: readonly Step[]): Step {
  return async (run, cursor) => {
    for (const step of steps) await step(run, cursor);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run, cursor) => {
    await Promise.all(steps.map((step) => step(run, cursor)));
  };
}

function compileFlatten({ path, node }: FlattenNode, compiling: Compiling): Step {
  const step = compileNode(node, compiling);
  return async (run, cursor) => {
    const data = valuesAt(cursor.data, path, 0);
    if (data) await step(run, { path: cursor.path.concat(path), data });
  };
}

function compileCondition(node: ConditionNode, compiling: Compiling): Step {
  const [then, otherwise] = [node.ifClause, node.elseClause].map((clause) =>
    clause ? compileNode(clause, compiling) : nothing,
  );
  return async (run, cursor) => {
    const branch = evaluateCondition(node, compiling.variableDefinitions, run.variables as Record<string, unknown>)
      ? then
      : otherwise;
    await branch?.(run, cursor);
  };
}
