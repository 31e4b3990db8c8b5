import { bulkhead, BulkheadRejectedError, circuitBreaker, CircuitState, handleWhen, SamplingBreaker } from 'cockatiel';
import type { Log } from '@bindery/service';
import { isSubgraphsFault, SubgraphFailure } from './subgraph-failure';
import type { SubgraphMetrics } from './subgraph-metrics';

/** Requests to one subgraph on the way at once, and how many more may wait for a place; the rest is refused at once. */
const requestsMax = 64;
const waitingMax = 256;

/** Opens when half of the requests of ten seconds failed and there were at least ten of them; lets one try after a second. */
const breakerSettings = { threshold: 0.5, duration: 10_000, minimumRps: 1 };
const openMs = 1_000;

/** Runs a request to a subgraph, or throws NOT_ASKED or QUEUE_FULL. */
export type Guard = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

/** What keeps a subgraph that fails from being asked in vain, and one that is slow from holding everything. */
export function createGuard(name: string, log: Log, metrics: SubgraphMetrics): Guard {
  const breaker = circuitBreaker(handleWhen(isSubgraphsFault), {
    halfOpenAfter: openMs,
    breaker: new SamplingBreaker(breakerSettings),
  });
  const places = bulkhead(requestsMax, waitingMax);
  metrics.breakerIs('closed');
  breaker.onStateChange((state) => {
    if (state === CircuitState.Open) {
      const reason =
        breaker.lastFailure && 'error' in breaker.lastFailure ? breaker.lastFailure.error.message : undefined;
      log.warn({ subgraph: name, reason }, 'a subgraph fails and is not asked for a while');
    }
    if (state === CircuitState.Closed) log.info({ subgraph: name }, 'a subgraph answers again');
    metrics.breakerIs(state === CircuitState.Open ? 'open' : state === CircuitState.HalfOpen ? 'half-open' : 'closed');
  });
  metrics.countWaiting(() => waitingMax - places.queueSlots);
  return async (ask) => {
    // While one request tries whether it works again, the others do not wait for what becomes of that one.
    if (breaker.state === CircuitState.HalfOpen) throw notAsked();
    try {
      return await breaker.execute(() => places.execute(ask));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new SubgraphFailure('QUEUE_FULL', 'too many requests wait');
      if (error instanceof Error && 'isBrokenCircuitError' in error) throw notAsked();
      throw error;
    }
  };
}

const notAsked = () => new SubgraphFailure('NOT_ASKED', 'its breaker is open');
