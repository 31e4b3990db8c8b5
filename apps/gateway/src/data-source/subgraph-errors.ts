import { systemClock } from '@bindery/kernel';
import { GraphQLError } from 'graphql';
import type { SubgraphFailureKind } from './subgraph-failure';

/** A new try makes sense after a second: a breaker lets one through by then, and a restart behind a balancer is over. */
const retryAfterMs = 1_000;

/**
 * What clients are told: the subgraph did not answer in time, or cannot be reached. Only its name, which the public
 * graph shows anyway, and when to try again; never what went wrong inside.
 */
export function toSubgraphError(name: string, kind: SubgraphFailureKind): GraphQLError {
  const late = kind === 'TIMED_OUT';
  const message = late
    ? `The ${name} part took too long to answer. Please try again.`
    : `The ${name} part cannot be reached. Please try again.`;
  const remedies = [{ code: 'TryAgain', at: new Date(systemClock.nowMs() + retryAfterMs).toISOString() }];
  return new GraphQLError(message, {
    extensions: { code: late ? 'SUBGRAPH_TIMEOUT' : 'SUBGRAPH_UNAVAILABLE', remedies },
  });
}
