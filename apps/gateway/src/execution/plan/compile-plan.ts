import type { ConditionNode, FlattenNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileFetch } from './fetch-step';
import { valuesAt } from './values-at';
import type { Step } from './plan-run';

/** Thrown for plans of what this gateway does not execute: subscriptions, answers in parts. */
class NotForSteps extends Error {}

const nothing: Step = async () => undefined;

/**
 * A query plan as closures, made once: what the library's executor asks of the nodes again at each request (their kinds,
 * selections and paths, a trace of them that nobody reads) is asked here. Throws NotForSteps.
 */
export function compilePlan({ node }: QueryPlan, supergraph: GraphQLSchema): Step {
  if (!node) return nothing;
  if (node.kind === 'Subscription') throw new NotForSteps(node.kind);
  return compileNode(node, supergraph);
}

function compileNode(node: PlanNode, supergraph: GraphQLSchema): Step {
  if (node.kind === 'Fetch') return compileFetch(node, supergraph);
  if (node.kind === 'Sequence') return inSequence(node.nodes.map((each) => compileNode(each, supergraph)));
  if (node.kind === 'Parallel') return inParallel(node.nodes.map((each) => compileNode(each, supergraph)));
  if (node.kind === 'Flatten') return compileFlatten(node, supergraph);
  if (node.kind === 'Condition') return compileCondition(node, supergraph);
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

function compileFlatten({ path, node }: FlattenNode, supergraph: GraphQLSchema): Step {
  const step = compileNode(node, supergraph);
  return async (run, cursor) => {
    const data = valuesAt(cursor.data, path, 0);
    if (data) await step(run, { path: cursor.path.concat(path), data });
  };
}

function compileCondition(node: ConditionNode, supergraph: GraphQLSchema): Step {
  const [then, otherwise] = [node.ifClause, node.elseClause].map((clause) =>
    clause ? compileNode(clause, supergraph) : nothing,
  );
  return async (run, cursor) => {
    const branch = run.conditions.get(node.condition) ? then : otherwise;
    await branch?.(run, cursor);
  };
}
