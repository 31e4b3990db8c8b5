import { Counter } from 'prom-client';
import type { Metrics } from '@bindery/service';

/** Told of each operation that is let in: executed as one that is known, or through the whole server. */
export interface WaysCounted {
  known(): void;
  server(): void;
}

export function countWays(metrics: Metrics): WaysCounted {
  const operations = new Counter({
    name: 'gateway_operations_executed_total',
    help: 'Operations by the way they went: known from the warm-up, or through the whole server',
    labelNames: ['way'],
    registers: [metrics],
  });
  const [known, server] = [operations.labels('known'), operations.labels('server')];
  return { known: () => known.inc(), server: () => server.inc() };
}
