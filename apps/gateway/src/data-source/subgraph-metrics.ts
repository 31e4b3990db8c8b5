import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SubgraphFailureKind } from './subgraph-failure';

type BreakerState = 'closed' | 'half-open' | 'open';
const breakerStates: readonly BreakerState[] = ['closed', 'half-open', 'open'];

const bucketsSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** What is counted for one subgraph. */
export interface SubgraphMetrics {
  answered(seconds: number): void;
  failed(kind: SubgraphFailureKind): void;
  sentAgain(): void;
  breakerIs(state: BreakerState): void;
  /** Asked at each scrape. */
  countWaiting(count: () => number): void;
}

/** The gateway's metrics of its subgraphs, made once for a registry. No answer takes longer than `timeoutMs`. */
export function createSubgraphMetrics(registry: Registry, timeoutMs: number): (subgraph: string) => SubgraphMetrics {
  const registers = [registry];
  const duration = new Histogram({
    name: 'gateway_subgraph_request_duration_seconds',
    help: 'Time until the whole answer of a subgraph',
    labelNames: ['subgraph'],
    buckets: [...bucketsSeconds.filter((seconds) => seconds < timeoutMs / 1000), timeoutMs / 1000],
    registers,
  });
  const failures = new Counter({
    name: 'gateway_subgraph_failures_total',
    help: 'Requests to a subgraph that had no answer, by kind',
    labelNames: ['subgraph', 'kind'],
    registers,
  });
  const again = new Counter({
    name: 'gateway_subgraph_sent_again_total',
    help: 'Requests that went to a second connection',
    labelNames: ['subgraph'],
    registers,
  });
  const breaker = new Gauge({
    name: 'gateway_subgraph_breaker',
    help: '1 for the state that the breaker is in',
    labelNames: ['subgraph', 'state'],
    registers,
  });
  const counts = new Map<string, () => number>();
  new Gauge({
    name: 'gateway_subgraph_waiting',
    help: 'Requests that wait for a place',
    labelNames: ['subgraph'],
    registers,
    collect() {
      for (const [subgraph, count] of counts) this.set({ subgraph }, count());
    },
  });
  return (subgraph) => {
    const durations = duration.labels(subgraph);
    return {
      answered: (seconds) => durations.observe(seconds),
      failed: (kind) => failures.inc({ subgraph, kind }),
      sentAgain: () => again.inc({ subgraph }),
      breakerIs: (state) =>
        breakerStates.forEach((each) => breaker.set({ subgraph, state: each }, each === state ? 1 : 0)),
      countWaiting: (count) => void counts.set(subgraph, count),
    };
  };
}
