import { Counter, Gauge } from 'prom-client';
import type { Metrics } from '@bindery/service';

/** What is measured of the supergraph and those that come to take its place. */
export function createSupergraphMetrics(metrics: Metrics) {
  const registers = [metrics];
  return {
    refused: new Counter({
      name: 'gateway_supergraph_refused_total',
      help: 'Supergraphs that were not taken over because they are broken',
      registers,
    }),
    loadedAt: new Gauge({
      name: 'gateway_supergraph_loaded_timestamp_seconds',
      help: 'When the supergraph that serves was taken over',
      registers,
    }),
  };
}
