import type { QueryPlan } from '@apollo/query-planner';
import { requestLimits } from '../../limits/request-limits';
import { limitRefusal, toGraphqlError } from '../../refusals/refusal';

type PlanNode = NonNullable<QueryPlan['node']>;

/** Throws the refusal of a plan that asks subgraphs too often. */
export function refuseManyFetches({ node }: QueryPlan): void {
  if (node && fetchesOf(node) > requestLimits.fetches)
    throw toGraphqlError(limitRefusal('TOO_MANY_FETCHES', requestLimits.fetches));
}

function fetchesOf(node: PlanNode): number {
  if (node.kind === 'Fetch') return 1;
  if (node.kind === 'Flatten') return fetchesOf(node.node);
  if (node.kind === 'Sequence' || node.kind === 'Parallel')
    return node.nodes.reduce((count, each) => count + fetchesOf(each), 0);
  return 0;
}
